package io.redress.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;

/** Something about a file that a person should know before opening it. A flag blocks nothing. */
public enum AttachmentFlag implements KeyedEnum {
    /** Its content is not what its name or its sender says. */
    TYPE_MISMATCH,
    /** Runs something when it is opened: scripts, actions, controls. */
    ACTIVE_CONTENT,
    /** A document with macros. */
    MACROS,
    /** Something that runs by itself, or an archive with such a thing in it. */
    EXECUTABLE,
    /** Holds another file within. */
    EMBEDDED_FILE,
    /** Two kinds of file in one: what it is depends on who opens it. */
    POLYGLOT,
    /** Unpacks to very much more than it is. */
    ARCHIVE_BOMB,
    /** Encrypted: nobody could look into it. */
    ENCRYPTED,
    /** Broken or packed in a way that kept us from looking into all of it. */
    UNREADABLE,
    /** A name such as {@code invoice.pdf.exe}. */
    DOUBLE_EXTENSION,
    /** A name with characters that make it look like another one. */
    MISLEADING_NAME;

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}

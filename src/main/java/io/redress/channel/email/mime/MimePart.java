package io.redress.channel.email.mime;

import io.redress.charset.TextCharset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail, or one part of it.
 *
 * @param content decoded from its transfer encoding, as far as it could be; empty for a multipart
 * @param children of a multipart, in their order
 */
@SuppressWarnings("ArrayRecordComponent")
public // never compared
record MimePart(MailHeaders headers, byte[] content, List<MimePart> children) {

    private static final String MEDIA_TYPE = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";

    /** {@code text/plain} where none is declared (RFC 2045, 5.2); broken ones are {@code application/octet-stream}. */
    public String mediaType() {
        String declared = headers.value("content-type");
        if (declared.isEmpty() || declared.equals("text")) {
            return "text/plain";
        }
        if (declared.startsWith("multipart/") && children.isEmpty()) {
            // Its boundary is missing: what is there can be read as text at best.
            return "text/plain";
        }
        return declared.matches(MEDIA_TYPE) ? declared : "application/octet-stream";
    }

    public boolean isMultipart() {
        return !children.isEmpty();
    }

    public boolean is(String mediaType) {
        return mediaType().equals(mediaType);
    }

    public @Nullable String parameter(String name) {
        return headers.parameters("content-type").get(name);
    }

    /** The sender's name for it, made safe to show; null when there is none. */
    public @Nullable String fileName() {
        String name = headers.parameters("content-disposition").get("filename");
        return AttachmentFileNames.shown(name != null ? name : parameter("name"));
    }

    public boolean isAttachment() {
        return headers.value("content-disposition").equals("attachment");
    }

    /** Web mailers attach mails under any type. */
    public boolean isMail() {
        String name = fileName();
        return is("message/rfc822")
                || (name != null && name.toLowerCase(Locale.ROOT).endsWith(".eml"));
    }

    /** Whether the mail shows it within its text rather than beside it. */
    public boolean isEmbedded() {
        return !isAttachment() && headers.has("content-id");
    }

    public String text() {
        return TextCharset.decode(content, parameter("charset"));
    }

    /** Whether it, or a part of it, is of that type. */
    public boolean contains(String mediaType) {
        return find(mediaType) != null;
    }

    /** The first part of that type, itself included; null when there is none. */
    public @Nullable MimePart find(String mediaType) {
        if (mediaType().equals(mediaType.toLowerCase(Locale.ROOT)) && !isMultipart()) {
            return this;
        }
        for (MimePart child : children) {
            MimePart found = child.find(mediaType);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

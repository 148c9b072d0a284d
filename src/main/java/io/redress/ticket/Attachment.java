package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo, receipt or other file that came with a complaint.
 *
 * @param name the file's name as the sender gave it, made fit to be shown, never used as a path; null when it had none
 * @param contentType by its content
 * @param size bytes
 * @param ref {@code sha256:<hex>}, the key of its bytes in the blob store
 * @param claimedType what the sender's program said, where that is something else; null where it agrees
 * @param flags what a person should know before opening it, such as {@code active-content}
 * @param scan {@code clean}, {@code infected}, {@code pending}, {@code too-big}, {@code unscannable}; null when nothing scans
 * @param quarantine why its bytes are given to nobody; null when they are
 */
public record Attachment(
        @Nullable String name,
        String contentType,
        long size,
        String ref,
        @Nullable String claimedType,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> flags,
        @Nullable String scan,
        @Nullable String quarantine) {

    public static final String CLEAN = "clean";
    public static final String INFECTED = "infected";
    public static final String PENDING = "pending";
    public static final String TOO_BIG = "too-big";
    public static final String UNSCANNABLE = "unscannable";

    public Attachment {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /** Whether it waits to be scanned. */
    @JsonIgnore
    public boolean isPending() {
        return PENDING.equals(scan);
    }

    /** The same file with what a scanner said. */
    public Attachment withScan(@Nullable String said, @Nullable String reason) {
        return new Attachment(name, contentType, size, ref, claimedType, flags, said, reason);
    }
}

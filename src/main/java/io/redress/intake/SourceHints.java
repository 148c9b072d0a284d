package io.redress.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source says itself of a complaint, in the words of its mapping. The rules stay the judge: see {@code triage}.
 *
 * @param category key of {@code config/categories.yaml}, or a word that is none
 * @param priority {@code normal}, {@code urgent} or {@code major}, or a word that is none
 * @param status {@link #CLOSED} for a row of another system's history; anything else opens a ticket as usual
 * @param closedAt when it was closed there
 */
public record SourceHints(
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        @Nullable Instant closedAt) {

    public static final String CLOSED = "closed";

    private static final SourceHints NONE = new SourceHints(null, null, null, null);

    /** Of a source that says nothing. */
    public static SourceHints none() {
        return NONE;
    }

    /** Whether the complaint was dealt with elsewhere, and is only to be kept. */
    public boolean isHistory() {
        return CLOSED.equals(status);
    }

    /** When it was closed: not before it was received, and not after now. */
    public Instant closedAt(Instant received, Instant now) {
        Instant closed = closedAt == null || closedAt.isBefore(received) ? received : closedAt;
        return closed.isAfter(now) ? now : closed;
    }
}

package io.redress.channel.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel begins that has never read its feed.
 *
 * @param written as the channel's file has it
 * @param at null for the time of the first look
 */
record FeedStart(String written, @Nullable Instant at) {

    private static final String NOW = "now";
    private static final String ALL = "all";

    /**
     * Of {@code now}, {@code all}, a day in UTC, or a time with offset.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static FeedStart of(String written) {
        String text = written.strip();
        if (text.equals(NOW) || text.equals(ALL)) {
            return new FeedStart(text, text.equals(ALL) ? Instant.EPOCH : null);
        }
        try {
            Instant at = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return new FeedStart(text, at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "from is '" + text + "': write now, all, 2026-11-28 or 2026-11-28T10:00:00+08:00", e);
        }
    }

    Instant at(Instant now) {
        return at == null ? now : at;
    }
}

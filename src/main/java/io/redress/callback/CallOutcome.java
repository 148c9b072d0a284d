package io.redress.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports of a call.
 *
 * @param id the reporter's own name for this report; the same id again changes nothing
 * @param callback which one
 * @param attempt which call of the callback; null means the one that was planned when it happened
 * @param at when the call was; null means when the report came
 * @param by who called
 * @param callAgainAt with {@code call-later}: the time that the customer named
 */
public record CallOutcome(
        String id,
        UUID callback,
        @Nullable Integer attempt,
        CallResult result,
        @Nullable Instant at,
        @Nullable String by,
        @Nullable String note,
        @Nullable Instant callAgainAt) {

    private static final int LAST_YEAR = 9999;

    /**
     * The instant of a time that somebody wrote.
     *
     * @throws DateTimeException when its year is none of 1 to 9999: no store and no calendar has it
     */
    public static Instant time(OffsetDateTime written) {
        Instant time = written.toInstant();
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
        return time;
    }
}

package io.redress.callback;

import io.redress.ticket.YearRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** The same, with a time to come taken for now: no call is reported before it was made. */
    public CallOutcome reportedAt(Instant now) {
        return at == null || !at.isAfter(now)
                ? this
                : new CallOutcome(id, callback, attempt, result, now, by, note, callAgainAt);
    }

    /**
     * The instant of a time that somebody wrote.
     *
     * @throws DateTimeException when its year is none of {@link YearRange}
     */
    public static Instant time(OffsetDateTime written) {
        Instant time = written.toInstant();
        YearRange.check(YearRange.of(time));
        return time;
    }
}

package io.redress.ledger.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback for those who look from outside. The phone number is in the ticket, unless another was given for this call.
 *
 * @param state {@code planned}, {@code due} (given out), {@code done} or {@code cancelled}
 * @param wished true when the customer chose the time
 * @param attempt which call it is, from 1
 * @param missed calls that nobody answered
 * @param result why it ended; null while it is open
 * @param phone the number that the customer gave on the callback page, for this callback alone; null when the ticket's own
 *     is called
 * @param attempts oldest first; null in a list
 */
public record CallbackView(
        UUID id,
        String ticket,
        String state,
        String reason,
        boolean wished,
        int attempt,
        int missed,
        Instant slotFrom,
        Instant slotUntil,
        @Nullable String result,
        @Nullable String phone,
        @Nullable List<Attempt> attempts) {

    /**
     * One call.
     *
     * @param sentAt when it was given out; null before
     * @param pooledAt when anybody was allowed to call; null when that was not needed
     * @param list name of the list file that it stands in
     * @param outcome as reported, or {@code unreported}
     */
    public record Attempt(
            int attempt,
            Instant slotFrom,
            Instant slotUntil,
            @Nullable Instant sentAt,
            @Nullable Instant pooledAt,
            @Nullable String list,
            @Nullable String outcome,
            @Nullable Instant outcomeAt,
            @Nullable String outcomeBy) {}
}

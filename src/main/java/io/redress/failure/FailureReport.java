package io.redress.failure;

import io.redress.intake.RawMessage;
import java.time.Instant;

/**
 * What goes to {@code invalid} and {@code DLQ.intake}: the reference by which the original is found and replayed, and the
 * reason. It carries no customer data.
 */
public record FailureReport(
        int version, String itemId, String number, String channel, String state, String reason, Instant at) {

    public static FailureReport of(RawMessage raw, String state, String reason, Instant at) {
        return new FailureReport(1, raw.id(), raw.number(), raw.channel(), state, reason, at);
    }
}

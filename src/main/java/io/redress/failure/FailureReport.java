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

    /** What went wrong: Camel wraps an error in an exception that says no more than that there was one. */
    public static Throwable cause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("org.apache.camel.")) {
            cause = cause.getCause();
        }
        return cause;
    }
}

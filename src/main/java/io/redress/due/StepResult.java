package io.redress.due;

import java.time.Instant;
import java.util.List;

/** How a step ended. */
public sealed interface StepResult {

    /** It is done. */
    record Done(List<QueueMessage> messages) implements StepResult {
        public Done {
            messages = List.copyOf(messages);
        }
    }

    /** It is not due yet after all. */
    record NotYet(Instant at) implements StepResult {}

    /** It is not to be done any more. */
    record Skipped(String reason) implements StepResult {}

    static StepResult done(QueueMessage... messages) {
        return new Done(List.of(messages));
    }
}

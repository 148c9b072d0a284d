package io.redress.intake.recording;

import io.redress.failure.FailureReport;
import io.redress.failure.RedactedException;
import io.redress.intake.RawMessage;
import io.redress.privacy.Masking;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the report of an item that did not become a ticket, for the dead-letter queues. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final ItemRecorder recorder;
    private final Clock clock;

    public Failures(ItemRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** An item that can never become a ticket as it stands. */
    public FailureReport invalid(RawMessage raw, String reason) {
        return FailureReport.of(raw, "invalid", Masking.all().mask(reason), clock.instant());
    }

    /** An item that broke the hub: the ledger marks it as failed. An operator has to act. */
    public FailureReport failed(RawMessage raw, Throwable error) {
        // The message of an exception may quote the customer: the log gets its type and place, the ledger its text.
        LOG.error(
                "Item {} of channel {} failed; it is on DLQ.intake, replay it after fixing",
                raw.id(),
                raw.channel(),
                RedactedException.of(error));
        Throwable cause = FailureReport.cause(error);
        recorder.fail(raw, cause.getClass().getSimpleName() + ": " + cause.getMessage());
        return FailureReport.of(raw, "failed", cause.getClass().getName(), clock.instant());
    }
}

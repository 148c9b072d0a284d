package io.redress.intake.device;

import java.time.Instant;

/**
 * What a report is.
 *
 * @param state the episode's from now on
 * @param saidAt when the device said so last, by the device's clock
 */
public record FaultDecision(Kind kind, FaultState state, Instant saidAt) {

    /** What becomes of the report. */
    public enum Kind {
        /** A new episode, which opens a ticket. */
        OPENED,
        /** A new episode of a device that has opened enough: it is added to the device's last ticket. */
        JOINED,
        /** The fault is still there. */
        REPEATED,
        /** It is there again, soon after it was over. */
        RETURNED,
        /** It is over. */
        CLEARED,
        /** Older than what is known already: it is counted, and changes nothing. */
        LATE,
        /** Something is over that was not there. */
        UNKNOWN
    }

    /** Whether the fault came or went by it. */
    public boolean isChange() {
        return kind == Kind.RETURNED || kind == Kind.CLEARED;
    }
}

package io.redress.simulation.hub;

import io.redress.due.UtcClock;
import java.time.Instant;

/** The time of a simulation: it stands still until it is set. */
final class VirtualClock extends UtcClock {

    private volatile Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

package io.redress.testing;

import io.redress.due.UtcClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. */
public final class SetClock extends UtcClock {

    private final AtomicReference<Instant> now;

    public SetClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public void set(Instant time) {
        now.set(time);
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}

package io.redress.settings;

import io.redress.due.UtcClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock that runs faster than time, to try a configuration out: from {@code start} on, {@code speed} seconds pass in one.
 */
final class AcceleratedClock extends UtcClock {

    private final Clock real;
    private final Instant start;
    private final int speed;

    AcceleratedClock(Clock real, Instant start, int speed) {
        this.real = real;
        this.start = start;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, real.instant()).multipliedBy(speed));
    }
}

package io.redress.figures;

import java.time.Instant;

/** A stretch of time, from {@code from} until just before {@code to}. */
public record TimePeriod(Instant from, Instant to) {

    public TimePeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }
}

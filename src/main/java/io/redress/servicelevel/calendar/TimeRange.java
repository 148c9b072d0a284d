package io.redress.servicelevel.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of real time: {@code from} belongs to it, {@code until} no longer does. */
public record TimeRange(Instant from, Instant until) {

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean isEmpty() {
        return !from.isBefore(until);
    }

    /** The part of it that lies within both; empty when they do not meet. */
    public TimeRange within(Instant earliest, Instant latest) {
        return new TimeRange(from.isBefore(earliest) ? earliest : from, until.isAfter(latest) ? latest : until);
    }
}

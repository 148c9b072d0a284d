package io.redress.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: twice as long each time up to a limit, and spread, so that what failed
 * together does not come again together. Nothing is ever given up: a system may be away for days.
 *
 * @param first after the first failure
 * @param longest the limit
 * @param dice gives numbers from 0 up to 1
 */
public record BackOff(Duration first, Duration longest, DoubleSupplier dice) {

    /** No target may ask for a longer pause; it may have meant milliseconds. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    /**
     * The pause after a failure: from half of its full length to all of it.
     *
     * @param failures 1 after the first
     * @param asked what the target asked for, which is waited in any case; null when it asked for nothing
     */
    public Duration pause(int failures, @Nullable Duration asked) {
        Duration full = first.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, 20));
        long millis = (full.compareTo(longest) < 0 ? full : longest).toMillis();
        Duration spread = Duration.ofMillis((long) (millis * (0.5 + dice.getAsDouble() / 2)));
        if (asked == null) {
            return spread;
        }
        Duration least = asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
        return least.plus(Duration.ofMillis((long) (dice.getAsDouble() * Math.min(millis, 10_000))));
    }
}

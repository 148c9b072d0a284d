package io.redress.user.throttle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong tries are free, and how long the pauses after more of them get: each twice as long as the one before. No pause
 * is long enough to keep somebody out for good.
 */
enum TryLimit {
    /** One login from one address. */
    PAIR(5, Duration.ofMinutes(5), Duration.ofHours(1)),
    /** One login from anywhere, except where it signed in lately: a stranger cannot keep somebody out of their own place. */
    LOGIN(20, Duration.ofMinutes(1), Duration.ofHours(1)),
    /** All logins from one address: an office may share it. */
    ADDRESS(50, Duration.ofMinutes(5), Duration.ofHours(1)),
    /** The second factor of one login: whoever gets so far knows the password. */
    CODE(5, Duration.ofHours(1), Duration.ofHours(24));

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final int free;
    private final Duration longest;
    private final Duration memory;

    TryLimit(int free, Duration longest, Duration memory) {
        this.free = free;
        this.longest = longest;
        this.memory = memory;
    }

    /** One more wrong try. */
    Tries after(@Nullable Tries before, Instant now) {
        Instant succeeded = before == null ? null : before.succeededAt();
        int failures = before == null || before.lastAt().plus(memory).isBefore(now) ? 1 : before.failures() + 1;
        return new Tries(failures, now, failures < free ? null : now.plus(pause(failures)), succeeded);
    }

    private Duration pause(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

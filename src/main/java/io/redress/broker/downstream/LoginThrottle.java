package io.redress.broker.downstream;

import io.redress.handoff.ConcurrencyCounter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast passwords may be tried: the more wrong ones a network sent lately, the longer its next wrong one is answered
 * later, and only a few of its logins wait like that at once, fewer still under one name.
 */
final class LoginThrottle {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 3;
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;
    private static final int PAUSING_UNDER_ONE_NAME = 4;
    private static final int PAUSING_AT_ONCE = 16;

    private final Clock clock;
    private final ConcurrencyCounter names = new ConcurrencyCounter(PAUSING_UNDER_ONE_NAME);
    private final ConcurrencyCounter networks = new ConcurrencyCounter(PAUSING_AT_ONCE);
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    private record Wrong(int times, Instant last) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether this one may try now. */
    boolean isOpen(LoginRateLimitKey source) {
        return names.isFree(source.named()) && networks.isFree(source.network());
    }

    /**
     * How long the refusal of a wrong password is to be held back; {@link #answered} is to be called afterwards. Nothing when
     * as many wait as may: then the refusal costs nobody anything.
     */
    Duration wrong(LoginRateLimitKey source) {
        if (!names.enter(source.named())) {
            return Duration.ZERO;
        }
        if (!networks.enter(source.network())) {
            names.leave(source.named());
            return Duration.ZERO;
        }
        return FIRST.multipliedBy(1L << Math.min(times(source.network()) - 1, MOST_DOUBLINGS));
    }

    private synchronized int times(String network) {
        Instant now = clock.instant();
        Wrong before = wrong.remove(network);
        int times = before != null && now.isBefore(before.last().plus(FORGOTTEN)) ? before.times() + 1 : 1;
        wrong.put(network, new Wrong(times, now));
        if (wrong.size() > REMEMBERED) {
            wrong.remove(wrong.keySet().iterator().next());
        }
        return times;
    }

    void answered(LoginRateLimitKey source) {
        names.leave(source.named());
        networks.leave(source.network());
    }
}

package io.redress.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast passwords may be tried: the more wrong ones an address sent lately, the longer its next wrong one is answered
 * later, and only a few of its logins wait like that at once.
 */
final class LoginPace {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 3;
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;
    private static final int PAUSING_AT_ONCE = 4;

    private final Clock clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    /** @param pausing logins of the address that wait for their refusal now */
    private record Wrong(int times, Instant last, int pausing) {}

    LoginPace(Clock clock) {
        this.clock = clock;
    }

    /** Whether an address may try now. */
    synchronized boolean isOpen(String address) {
        Wrong before = wrong.get(address);
        return before == null || before.pausing() < PAUSING_AT_ONCE;
    }

    /** How long the refusal of a wrong password is to be held back; {@link #answered} is to be called afterwards. */
    synchronized Duration wrong(String address) {
        Instant now = clock.instant();
        Wrong before = wrong.get(address);
        int times = before != null && now.isBefore(before.last().plus(FORGOTTEN)) ? before.times() + 1 : 1;
        wrong.remove(address);
        wrong.put(address, new Wrong(times, now, (before == null ? 0 : before.pausing()) + 1));
        if (wrong.size() > REMEMBERED) {
            String idle = wrong.entrySet().stream()
                    .filter(entry -> entry.getValue().pausing() == 0)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            wrong.remove(idle);
        }
        return FIRST.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
    }

    synchronized void answered(String address) {
        wrong.computeIfPresent(
                address, (name, state) -> new Wrong(state.times(), state.last(), Math.max(0, state.pausing() - 1)));
    }
}

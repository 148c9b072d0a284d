package io.redress.broker.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How fast queues are worked off, by the broker's counters at each look; the gauges look every few seconds. */
final class QueueRates {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();

    private final Clock clock;
    private final Map<String, Deque<Look>> looks = new HashMap<>();

    private record Look(Instant at, long taken) {}

    QueueRates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Messages a minute since the oldest look of the last five minutes.
     *
     * @param taken how many were ever taken from the queue
     * @return null while the looks are too close to each other
     */
    synchronized @Nullable Double of(String queue, long taken) {
        Instant now = clock.instant();
        Deque<Look> known = looks.computeIfAbsent(queue, none -> new ArrayDeque<>());
        known.removeIf(look -> look.at().isBefore(now.minus(WINDOW)) || look.taken() > taken);
        if (known.isEmpty() || !known.getLast().at().plus(SHORTEST).isAfter(now)) {
            known.addLast(new Look(now, taken));
        }
        Look first = known.getFirst();
        Duration between = Duration.between(first.at(), now);
        return between.compareTo(SHORTEST) < 0 ? null : (taken - first.taken()) * MINUTE / between.toMillis();
    }
}

package io.redress.health.channel;

import io.redress.ledger.item.ChannelStatistics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** How many arrivals each channel had in each of the last 24 hours; asked for at most once a minute however many boards are open. */
@Component
public class ArrivalRhythms {

    /** How many hours, of which the last is not over. */
    public static final int HOURS = 24;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ChannelStatistics statistics;
    private final Clock clock;
    private Map<String, List<Long>> rhythms = Map.of();
    private Instant read = Instant.MIN;

    ArrivalRhythms(ChannelStatistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** The counts of each channel that had an arrival, the oldest hour first. */
    public synchronized Map<String, List<Long>> all() {
        Instant now = clock.instant();
        if (read.plus(FRESH).isBefore(now)) {
            Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
            var counted = new TreeMap<String, long[]>();
            statistics.hours(from).stream()
                    .filter(hour -> hour.hour() < HOURS)
                    .forEach(hour -> counted.computeIfAbsent(hour.channel(), none -> new long[HOURS])[hour.hour()] =
                            hour.items());
            var all = new TreeMap<String, List<Long>>();
            counted.forEach((channel, hours) ->
                    all.put(channel, LongStream.of(hours).boxed().toList()));
            rhythms = Collections.unmodifiableMap(all);
            read = now;
        }
        return rhythms;
    }
}

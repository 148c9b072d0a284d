package io.redress.health.channel;

import io.redress.ledger.item.ChannelStatistics;
import io.redress.ledger.item.ChannelStatistics.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ledger's counts, asked for at most every few seconds however many pages, probes and gauges want them. */
@Component
public class ArrivalStatistics {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final ChannelStatistics statistics;
    private final Clock clock;
    private List<Count> counts = List.of();
    private Instant read = Instant.MIN;

    ArrivalStatistics(ChannelStatistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    public synchronized List<Count> counts() {
        Instant now = clock.instant();
        if (read.plus(FRESH).isBefore(now)) {
            counts = statistics.counts();
            read = now;
        }
        return counts;
    }
}

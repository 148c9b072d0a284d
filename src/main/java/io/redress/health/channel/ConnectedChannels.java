package io.redress.health.channel;

import io.redress.ledger.item.ChannelStatistics.Count;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The channels of the hub: those that run, and those that once brought something. */
@Component
public class ConnectedChannels {

    private final CamelContext camel;
    private final ChannelWatch watch;
    private final ArrivalStatistics statistics;

    ConnectedChannels(CamelContext camel, ChannelWatch watch, ArrivalStatistics statistics) {
        this.camel = camel;
        this.watch = watch;
        this.statistics = statistics;
    }

    /** All channels, by name. */
    public List<ChannelState> all() {
        Map<String, ChannelHealth> health = watch.look();
        List<Count> counts = statistics.counts();
        var states = new TreeMap<String, ChannelState>();
        counts.forEach(count -> states.put(count.channel(), state(count.channel(), null, "removed", counts, null)));
        ChannelRoute.of(camel)
                .forEach(channel -> states.put(
                        channel.name(),
                        state(
                                channel.name(),
                                channel.kind(),
                                channel.state(camel),
                                counts,
                                health.get(channel.name()))));
        return List.copyOf(states.values());
    }

    private static ChannelState state(
            String name, @Nullable String kind, String state, List<Count> all, @Nullable ChannelHealth health) {
        var counts = all.stream().filter(count -> count.channel().equals(name)).toList();
        var items = new TreeMap<String, Long>();
        counts.forEach(count -> items.put(count.state(), count.items()));
        Instant lastArrival = counts.stream()
                .filter(Count::isOthers)
                .map(Count::lastArrival)
                .max(Instant::compareTo)
                .orElse(null);
        return new ChannelState(name, kind, state, lastArrival, items, health);
    }
}

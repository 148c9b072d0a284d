package io.redress.health.channel;

import io.redress.channel.control.ChannelOrder;
import io.redress.channel.control.KnownOrders;
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
    private final KnownOrders orders;

    ConnectedChannels(CamelContext camel, ChannelWatch watch, ArrivalStatistics statistics, KnownOrders orders) {
        this.camel = camel;
        this.watch = watch;
        this.statistics = statistics;
        this.orders = orders;
    }

    /** All channels, by name. */
    public List<ChannelState> all() {
        Map<String, ChannelHealth> health = watch.look();
        List<Count> counts = statistics.counts();
        var states = new TreeMap<String, ChannelState>();
        counts.forEach(
                count -> states.put(count.channel(), state(count.channel(), null, "removed", false, counts, null)));
        ChannelRoute.of(camel)
                .forEach(channel -> states.put(
                        channel.name(),
                        state(
                                channel.name(),
                                channel.kind(),
                                channel.state(camel),
                                channel.isPolled(),
                                counts,
                                health.get(channel.name()))));
        return List.copyOf(states.values());
    }

    private ChannelState state(
            String name,
            @Nullable String kind,
            String state,
            boolean polled,
            List<Count> all,
            @Nullable ChannelHealth health) {
        var counts = all.stream().filter(count -> count.channel().equals(name)).toList();
        var items = new TreeMap<String, Long>();
        counts.forEach(count -> items.put(count.state(), count.items()));
        Instant lastArrival = counts.stream()
                .filter(Count::isOthers)
                .map(Count::lastArrival)
                .max(Instant::compareTo)
                .orElse(null);
        ChannelOrder order = kind == null ? ChannelOrder.NONE : orders.of(name);
        return new ChannelState(
                name,
                kind,
                order.isPaused() ? "paused" : state,
                lastArrival,
                items,
                order.pausedBy(),
                order.pausedAt(),
                polled,
                health);
    }
}

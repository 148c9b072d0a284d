package io.redress.channel.control;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders as this node knows them: while the database is away, what was known last holds. */
public final class KnownOrders {

    private static final Logger LOG = LoggerFactory.getLogger(KnownOrders.class);

    private final ChannelOrders orders;
    private volatile @Nullable Map<String, ChannelOrder> known;
    private volatile boolean away;

    public KnownOrders(ChannelOrders orders) {
        this.orders = orders;
    }

    /** Reads them again. */
    public void refresh() {
        try {
            known = Map.copyOf(orders.all());
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.warn("Which channels are paused cannot be read now; what was known last holds: {}", e.getMessage());
            }
            away = true;
        }
    }

    /** What was asked of a channel. */
    public ChannelOrder of(String channel) {
        if (known == null) {
            refresh();
        }
        return Optional.ofNullable(known).map(all -> all.get(channel)).orElse(ChannelOrder.NONE);
    }
}

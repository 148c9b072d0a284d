package io.redress.ledger.event;

import io.redress.event.EventType;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which types somebody subscribed to, as this node saw it a moment ago: what nobody subscribed to costs intake nothing. Until it has
 * looked for the first time, it takes every type for one that somebody wants.
 */
public final class SubscribedTypes {

    private final JdbcClient jdbc;
    private volatile Set<EventType> types = EnumSet.allOf(EventType.class);

    public SubscribedTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(EventType type) {
        return types.contains(type);
    }

    /** Looks anew. */
    public void look() {
        Set<String> keys = jdbc.sql("select distinct unnest(types) from event_subscription where disabled_at is null")
                .query(String.class)
                .set();
        types = EnumSet.allOf(EventType.class).stream()
                .filter(type -> keys.contains(type.key()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }
}

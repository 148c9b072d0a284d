package io.redress.channel.chat;

import java.util.List;

/**
 * The events of one call whose sender is proven.
 *
 * @param events in the call's order; one at least
 */
public record Arrivals(List<Arrived> events) implements Callback {

    public Arrivals {
        events = List.copyOf(events);
    }

    @Override
    public boolean arrived() {
        return true;
    }
}

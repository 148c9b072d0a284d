package io.redress.channel.chat;

import java.util.List;

/**
 * The events of one call whose sender is proven.
 *
 * @param events in the call's order; one at least
 */
public record ReceivedEvents(List<ReceivedEvent> events) implements WebhookOutcome {

    public ReceivedEvents {
        events = List.copyOf(events);
    }

    @Override
    public boolean arrived() {
        return true;
    }
}

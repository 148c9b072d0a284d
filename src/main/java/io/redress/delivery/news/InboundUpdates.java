package io.redress.delivery.news;

import io.redress.lifecycle.TicketUpdate;
import java.util.List;
import java.util.Objects;

/**
 * What one look at a system brought.
 *
 * @param sightings oldest first
 * @param position from where the next look goes on, in the system's own terms
 * @param foreign updates of records that were not made for the ticket that they name: nobody hears of them but staff
 */
public record InboundUpdates(List<ObservedChange> sightings, String position, List<ObservedChange> foreign) {

    public InboundUpdates {
        sightings = List.copyOf(sightings);
        foreign = List.copyOf(foreign);
    }

    /** As a system tells it; whose records they are is not known yet. */
    public InboundUpdates(List<ObservedChange> sightings, String position) {
        this(sightings, position, List.of());
    }

    /** The updates that the sightings mean. */
    public List<TicketUpdate> updates() {
        return sightings.stream()
                .map(ObservedChange::update)
                .filter(Objects::nonNull)
                .toList();
    }
}

package io.redress.delivery.news;

import io.redress.lifecycle.TicketUpdate;
import java.util.List;
import java.util.Objects;

/**
 * What one look at a system brought.
 *
 * @param sightings oldest first
 * @param position from where the next look goes on, in the system's own terms
 */
public record News(List<Sighting> sightings, String position) {

    public News {
        sightings = List.copyOf(sightings);
    }

    /** The updates that the sightings mean. */
    public List<TicketUpdate> updates() {
        return sightings.stream().map(Sighting::update).filter(Objects::nonNull).toList();
    }

    /** The same with other sightings. */
    public News with(List<Sighting> others) {
        return new News(others, position);
    }
}

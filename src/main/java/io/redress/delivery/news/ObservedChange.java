package io.redress.delivery.news;

import io.redress.lifecycle.TicketUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen in a system, and what it says of a ticket.
 *
 * @param record the system's own id of the record
 * @param state where a system tells only how its record stands: that state, so that seeing it again is no news; null where
 *     it tells each change once, by an id
 * @param update with an id that is the same whenever the same is seen again; null when the state says nothing of the ticket
 */
public record ObservedChange(
        String record, @Nullable String state, @Nullable TicketUpdate update) {}

package io.redress.lifecycle;

import io.redress.ticket.Event;
import org.jspecify.annotations.Nullable;

/** What happened to tickets. */
public interface TicketHistory {

    /**
     * Adds to a ticket's history.
     *
     * @param told what of it the customer may read; null when nothing
     */
    void happened(String number, Event event, @Nullable String told);
}

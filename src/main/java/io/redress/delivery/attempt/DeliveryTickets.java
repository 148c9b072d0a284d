package io.redress.delivery.attempt;

import io.redress.ticket.Ticket;

/** The tickets, as far as deliveries concern them. */
public interface DeliveryTickets {

    /** A ticket as it stands. */
    Ticket get(String number);

    /** Adds to a ticket's history. */
    void happened(String number, String what, String why);
}

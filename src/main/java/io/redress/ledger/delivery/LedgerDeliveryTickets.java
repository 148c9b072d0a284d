package io.redress.ledger.delivery;

import io.redress.delivery.attempt.DeliveryTickets;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.ledger.ticket.TicketRows;
import io.redress.ticket.Ticket;

/** The ledger's tickets, as far as deliveries concern them. */
public record LedgerDeliveryTickets(TicketQueries stored, TicketRows history) implements DeliveryTickets {

    @Override
    public Ticket get(String number) {
        return stored.find(number)
                .orElseThrow(() -> new IllegalStateException("there is no ticket " + number))
                .ticket();
    }

    @Override
    public void happened(String number, String what, String why) {
        history.happened(number, null, what, why);
    }
}

package io.redress.ledger.reply;

import io.redress.ledger.ticket.TicketRows;
import io.redress.ledger.ticket.TicketSenders;
import io.redress.reply.outgoing.MessageTickets;
import io.redress.ticket.Ticket;

/** The ledger's tickets, as far as messages concern them. */
public record LedgerMessageTickets(TicketRows tickets, TicketSenders senders) implements MessageTickets {

    @Override
    public Ticket opened(String number) {
        return tickets.opened(number);
    }

    @Override
    public TicketSender sender(String number) {
        return senders.of(number);
    }

    @Override
    public void happened(String number, String what, String why) {
        tickets.happened(number, null, what, why);
    }
}

package io.redress.ledger.survey;

import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.TicketStatus;
import io.redress.survey.SurveyTicket;
import io.redress.survey.SurveyTickets;
import io.redress.ticket.Event;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Ticket;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's tickets, as far as surveys concern them. */
public final class LedgerSurveyTickets implements SurveyTickets {

    private final JdbcClient jdbc;
    private final TicketRows tickets;

    public LedgerSurveyTickets(JdbcClient jdbc, TicketRows tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    @Override
    public Optional<SurveyTicket> find(String number) {
        return jdbc.sql("select status, round, category from ticket where number = ?")
                .param(number)
                .query((row, n) -> {
                    Ticket ticket = tickets.opened(number);
                    return new SurveyTicket(
                            number,
                            KeyedEnum.known(TicketStatus.class, row.getString("status")),
                            row.getInt("round"),
                            row.getString("category"),
                            ticket.complaint().language(),
                            ticket.customer());
                })
                .optional();
    }

    @Override
    public void happened(String number, Event event) {
        tickets.happened(number, event, null);
    }
}

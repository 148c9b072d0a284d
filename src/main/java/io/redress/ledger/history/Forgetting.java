package io.redress.ledger.history;

import static io.redress.ledger.Stored.utc;

import io.redress.history.ChainCheck;
import io.redress.ledger.TicketRows;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes words out of histories so that the chains still hold. What is left of a blanked event is its place, its time and
 * its kind; an event that follows says why, and makes it a thing done openly.
 */
public final class Forgetting {

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final TicketRows tickets;
    private final Clock clock;

    public Forgetting(TransactionOperations transaction, JdbcClient jdbc, TicketRows tickets, Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * Blanks all events of a ticket.
     *
     * @param why stays in the history; must say nothing of the person
     */
    public void blank(String ticket, String why) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select 1 from ticket where number = ? for no key update")
                    .param(ticket)
                    .query(Integer.class)
                    .single();
            jdbc.sql(
                            "update event set why = null, told = null, salt = null where ticket_number = ? and salt is not null")
                    .param(ticket)
                    .update();
            tickets.happened(ticket, null, ChainCheck.FORGOTTEN, why);
        });
    }

    /** Deletes a ticket's history, and keeps that it was; the ticket's own row is the caller's, in the same transaction. */
    public void remove(String ticket, String why) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from event where ticket_number = ?").param(ticket).update();
            jdbc.sql("insert into history_removal (ticket_number, removed_at, why) values (?, ?, ?)")
                    .params(ticket, utc(clock.instant()), why)
                    .update();
        });
    }
}

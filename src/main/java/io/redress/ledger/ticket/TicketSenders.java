package io.redress.ledger.ticket;

import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import io.redress.reply.outgoing.MessageTickets.TicketSender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of those who opened tickets, and of how to answer them. */
public final class TicketSenders {

    private final JdbcClient jdbc;

    public TicketSenders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the names that a ticket has, the mail that opened it is the one by whose Message-ID its item is known. */
    public TicketSender of(String number) {
        return jdbc.sql("""
                        select sender_proof, attributes->>? as source,
                               (select alias from alias where ticket_number = number and alias like '<%'
                                  and alias in (select left(source_key, place - 1)
                                                from generate_series(1, length(source_key)) place
                                                where substr(source_key, place, 1) = '#')
                                order by length(alias) desc limit 1) as message_id
                        from (select ticket.number, sender_proof, attributes, source_key
                              from ticket left join item on item.id = item_id where ticket.number = ?) opened
                        """)
                .params(RawMessage.SOURCE, number)
                .query((row, n) -> new TicketSender(
                        SenderVerification.of(row.getString("sender_proof")),
                        row.getString("message_id"),
                        row.getString("source")))
                .single();
    }
}

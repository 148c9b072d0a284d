package io.redress.ledger.ticket;

import io.redress.intake.ItemState;
import io.redress.ledger.PostgresValues;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the numbers that senders were told open to those who have their links. */
final class StatusLinkTickets {

    private final JdbcClient jdbc;

    StatusLinkTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The ticket that a number opens: its own, or that of the arrival which it repeats byte for byte. Anybody can choose the
     * key by which a channel knows repeats, so a repeat by key alone opens nothing; nor does a follow-up.
     */
    Optional<String> opens(String number) {
        return jdbc.sql("""
                        select number from ticket where number = :number
                        union all
                        select first.ticket_number
                        from item again
                        join source_key on source_key.channel = again.channel and source_key.key = again.source_key
                        join item first on first.id = source_key.item_id
                        where again.number = :number and again.state = %s and first.state = %s
                          and (again.original = first.original or again.original_ref = first.original_ref)
                        limit 1
                        """.formatted(
                        PostgresValues.literals(ItemState.DUPLICATE), PostgresValues.literals(ItemState.TICKETED)))
                .param("number", number)
                .query(String.class)
                .optional();
    }
}

package io.redress.ledger.ticket;

import io.redress.permission.TicketOwnership;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks owner and category up in table {@code ticket}. */
public final class SqlTicketOwnership implements TicketOwnership {

    private final JdbcClient jdbc;

    public SqlTicketOwnership(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Belongs> find(String number) {
        return jdbc.sql("""
                        select owner, category from ticket where number = :number
                        union all
                        select owner, category from ticket
                        where number in (select ticket_number from item where number = :number)
                        limit 1
                        """)
                .param("number", number)
                .query((row, index) -> new Belongs(row.getString("owner"), row.getString("category")))
                .optional();
    }
}

package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.intake.recording.TicketReferenceIndex;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.StoredJson;
import io.redress.standing.TicketContacts;
import io.redress.ticket.Customer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names and contacts of tickets, in the tables {@code alias} and {@code ticket}. */
public final class SqlTicketReferences implements TicketReferenceIndex {

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    public SqlTicketReferences(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.clock = clock;
    }

    @Override
    public void mention(String number, String itemId, String by) {
        jdbc.sql("""
                insert into event (ticket_number, at, who, what, why, item_id)
                select number, ?, 'hub', 'mentioned by', ?, ?::uuid from ticket where number = ?
                  and (select count(*) from event where ticket_number = ticket.number and what = 'mentioned by') < 100
                on conflict do nothing
                """)
                .params(utc(clock.instant()), by, UUID.fromString(itemId), number)
                .update();
    }

    @Override
    public Map<String, String> aliases(Set<String> names) {
        Map<String, String> found = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql("select alias, ticket_number from alias where alias = any(?)")
                    .param(PostgresValues.texts(names))
                    .query((row, n) -> found.put(row.getString("alias"), row.getString("ticket_number")))
                    .list();
        }
        return found;
    }

    @Override
    public Map<String, TicketContacts> contacts(Set<String> numbers) {
        Map<String, TicketContacts> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                            select number, channel, document->'customer' as customer from ticket
                            where number = any(?) and forgotten_at is null
                            """)
                    .param(PostgresValues.texts(numbers))
                    .query((row, n) -> {
                        Customer customer = json.read(row.getString("customer"), Customer.class);
                        return found.put(
                                row.getString("number"), TicketContacts.of(row.getString("channel"), customer));
                    })
                    .list();
        }
        return found;
    }
}

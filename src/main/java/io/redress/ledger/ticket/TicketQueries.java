package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads tickets from the ledger. */
public final class TicketQueries {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public TicketQueries(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The ticket of that number, if there is one. */
    public Optional<StoredTicket> find(String number) {
        return jdbc.sql("""
                        select document, status, category, priority, owner, level, remedy, first_response_due,
                               resolution_due, updated_at
                        from ticket where number = :number
                        """)
                .param("number", number)
                .query((row, index) -> new StoredTicket(
                        ticket(row, history(number)),
                        row.getString("status"),
                        row.getInt("level"),
                        row.getString("remedy"),
                        instant(row, "updated_at")))
                .optional();
    }

    private List<Event> history(String number) {
        return jdbc.sql("select at, who, what, why from event where ticket_number = :number order by position")
                .param("number", number)
                .query((row, index) -> new Event(
                        instant(row, "at"), row.getString("who"), row.getString("what"), row.getString("why")))
                .list();
    }

    /** The ticket as it was opened, with what has changed since. */
    private Ticket ticket(ResultSet row, List<Event> history) throws SQLException {
        try {
            ObjectNode node = (ObjectNode) json.readTree(row.getString("document"));
            node.put("owner", row.getString("owner"));
            node.withObject("/triage")
                    .put("category", row.getString("category"))
                    .put("priority", row.getString("priority"));
            node.withObject("/serviceLevel")
                    .put("firstResponseDue", instant(row, "first_response_due").toString())
                    .put("resolutionDue", instant(row, "resolution_due").toString());
            node.set("history", json.valueToTree(history));
            return json.treeToValue(node, Ticket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a ticket that cannot be read", e);
        }
    }
}

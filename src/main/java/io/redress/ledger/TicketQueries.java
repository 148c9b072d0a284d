package io.redress.ledger;

import static io.redress.ledger.Stored.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads tickets from the ledger. */
@Repository
public class TicketQueries {

    private static final String SUMMARY = """
            select number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                   first_response_due, resolution_due, updated_at
            from ticket
            """;

    private static final String HAS_TEXT = """
            (number ilike :text or document->'complaint'->>'subject' ilike :text
             or document->'complaint'->>'text' ilike :text or document->>'customer' ilike :text
             or document->>'product' ilike :text)""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public TicketQueries(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Up to {@code size} tickets older than {@code after}, the newest first. */
    public List<TicketSummary> find(TicketSearch search, @Nullable Position after, int size) {
        var conditions = new Conditions()
                .and("category = :category", "category", search.category())
                .and("priority = :priority", "priority", search.priority())
                .and("status = :status", "status", search.status())
                .and("channel = :channel", "channel", search.channel())
                .and("review = :review", "review", search.review())
                .and("received_at >= :from", "from", search.from())
                .and("received_at < :to", "to", search.to())
                .and(HAS_TEXT, "text", search.text() == null ? null : "%" + literally(search.text()) + "%")
                .after(after, "number");
        return jdbc.sql(SUMMARY + conditions.where() + " order by received_at desc, number desc limit " + size)
                .params(conditions.parameters())
                .query(TicketQueries::summary)
                .list();
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

    private static TicketSummary summary(ResultSet row, int index) throws SQLException {
        return new TicketSummary(
                row.getString("number"),
                row.getObject("item_id", UUID.class),
                instant(row, "received_at"),
                row.getString("channel"),
                row.getString("kind"),
                row.getString("category"),
                row.getString("priority"),
                row.getString("status"),
                row.getBoolean("review"),
                row.getString("owner"),
                instant(row, "first_response_due"),
                instant(row, "resolution_due"),
                instant(row, "updated_at"));
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}

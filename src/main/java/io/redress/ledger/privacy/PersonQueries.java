package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.literals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.due.DueState;
import io.redress.ledger.StoredJson;
import io.redress.ledger.item.ItemQueries;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up what the ledger has of a person. */
public final class PersonQueries {

    /** Whether a phone merely stands in the text of a ticket's complaint. */
    private static final String IN_TEXT =
            "coalesce(document #> '{customer,phonesInText}' @> to_jsonb(%s::text), false)";

    /** Which tickets have a value; it is always compared as a whole. */
    private static final Map<Kind, String> HAVE = Map.of(
            Kind.PHONE,
            "exists (select 1 from jsonb_array_elements_text(document #> '{customer,phones}') p"
                    + " where split_part(p, ';ext=', 1) = :value and not " + IN_TEXT.formatted("p") + ")",
            Kind.MAIL,
            "exists (select 1 from jsonb_array_elements_text(document #> '{customer,emails}') m where lower(m) = :value)",
            Kind.HANDLE,
            "document #> '{customer,handles}' @> to_jsonb(array[:value])",
            Kind.NUMBER,
            "forgotten_at is null and number in ("
                    + "select coalesce(ticket_number, number) from item where number = :value union select :value)");

    private static final String UNTICKETED = """
            select id from item
            where ticket_number is null and forgotten_at is null
              and state in (%s) order by received_at
            """.formatted(TicketRetention.UNTICKETED);

    private final JdbcClient jdbc;
    private final StoredJson json;

    public PersonQueries(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
    }

    /** The tickets of a value, the oldest first. */
    List<FoundTicket> tickets(PersonValue value) {
        return tickets(value, having(value.kind()), value.kind().key());
    }

    private static String having(Kind kind) {
        return Objects.requireNonNull(HAVE.get(kind), "each kind is looked for");
    }

    /** The tickets in whose text a phone stands without being stated as their customer's. */
    List<FoundTicket> mentioning(PersonValue value) {
        return value.kind() == Kind.PHONE
                ? tickets(value, IN_TEXT.formatted(":value"), FoundTicket.BY_TEXT)
                : List.of();
    }

    private List<FoundTicket> tickets(PersonValue value, String having, String foundBy) {
        return jdbc.sql("""
                        select t.number, t.received_at, t.channel, t.category, t.status, t.document,
                               (select reason from legal_hold h where h.ticket_number = t.number) as hold
                        from ticket t where %s order by received_at, number
                        """.formatted(having))
                .param("value", value.text())
                .query((row, n) -> new FoundTicket(
                        row.getString("number"),
                        instant(row, "received_at"),
                        row.getString("channel"),
                        row.getString("category"),
                        row.getString("status"),
                        foundBy,
                        row.getString("hold"),
                        json.read(row.getString("document"), Ticket.class)))
                .list();
    }

    /** All tickets that are not forgotten. */
    List<String> numbers() {
        return jdbc.sql("select number from ticket where forgotten_at is null order by number")
                .query(String.class)
                .list();
    }

    /** Arrivals that opened no ticket and ended: each must be read to know whose it is. */
    List<UUID> unticketed() {
        return jdbc.sql(UNTICKETED).query(UUID.class).list();
    }

    /** The arrivals that belong to tickets. */
    List<UUID> itemsOf(Set<String> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : jdbc.sql("select id from item where " + ItemQueries.OF_TICKET.formatted("in (:tickets)")
                                + " order by received_at")
                        .param("tickets", tickets)
                        .query(UUID.class)
                        .list();
    }

    /** How many rows of other kinds belong to tickets. */
    Map<String, Long> counts(Set<String> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select (select count(*) from callback where ticket_number in (:tickets)) as callbacks,
                               (select count(*) from survey where ticket_number in (:tickets)) as surveys,
                               (select count(*) from due_work where ticket_number in (:tickets)
                                  and kind in ('acknowledgement', 'message') and state = %s) as messages,
                               (select count(*) from delivery where ticket_number in (:tickets)) as deliveries,
                               (select count(*) from ticket_update where ticket_number in (:tickets)) as updates
                        """.formatted(literals(DueState.DONE)))
                .param("tickets", tickets)
                .query((row, n) -> Map.of(
                        "callbacks", row.getLong("callbacks"),
                        "surveys", row.getLong("surveys"),
                        "messages", row.getLong("messages"),
                        "deliveries", row.getLong("deliveries"),
                        "updates", row.getLong("updates")))
                .single();
    }

    /** Whether a ticket beside these has the value: then it stands in the files for somebody else, too. */
    boolean elsewhere(PersonValue value, Set<String> tickets) {
        String having = value.kind() == Kind.PHONE
                ? "(" + having(Kind.PHONE) + " or " + IN_TEXT.formatted(":value") + ")"
                : having(value.kind());
        return jdbc.sql("select exists (select 1 from ticket where not number = any(:tickets) and " + having + ")")
                .param("tickets", tickets.toArray(String[]::new))
                .param("value", value.text())
                .query(Boolean.class)
                .single();
    }

    /** Whether a text stands in a ticket beside these. */
    boolean elsewhere(String text, Set<String> tickets) {
        return jdbc.sql("""
                        select exists (select 1 from ticket where not number = any(:tickets)
                          and position(lower(:text) in lower(document::text)) > 0)
                        """)
                .param("tickets", tickets.toArray(String[]::new))
                .param("text", text)
                .query(Boolean.class)
                .single();
    }
}

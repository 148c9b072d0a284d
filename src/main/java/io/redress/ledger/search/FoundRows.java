package io.redress.ledger.search;

import static io.redress.ledger.PostgresValues.instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.StoredJson;
import io.redress.permission.TicketScope;
import io.redress.search.FoundItem;
import io.redress.search.FoundTicket;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an answer shows of tickets and items. */
public final class FoundRows {

    private static final String TICKETS = """
            select number, received_at, channel, category, priority, status, document -> 'customer' as customer,
                   coalesce(document -> 'product', '{}') as product, document #>> '{complaint,subject}' as subject,
                   coalesce(left(document #>> '{complaint,text}', 8000), '') as text
            from ticket where number = any(:numbers)
            """;

    private static final String ITEMS = """
            select id, number, received_at, channel, state, ticket_number as ticket from item where id = any(:ids)
            """;

    private static final String NEWEST_NAME = """
            select document #>> '{customer,name}' from ticket
            where number = any(:numbers) and document #>> '{customer,name}' is not null
            order by received_at desc limit 1
            """;

    private static final int NEWEST = 20;
    private static final RowMapper<FoundItem> FOUND_ITEMS = RecordRows.of(FoundItem.class);

    private static final String WITHIN = """
            select number from ticket
            where number = any(cast(:numbers as text[]))
              and (owner = any(cast(:owners as text[])) or category = any(cast(:categories as text[])))
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;

    public FoundRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
    }

    Map<String, FoundTicket> tickets(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(TICKETS)
                        .param("numbers", numbers.toArray(String[]::new))
                        .query((row, n) -> new FoundTicket(
                                row.getString("number"),
                                instant(row, "received_at"),
                                row.getString("channel"),
                                row.getString("category"),
                                row.getString("priority"),
                                row.getString("status"),
                                json.read(row.getString("customer"), Customer.class),
                                json.read(row.getString("product"), Product.class),
                                row.getString("subject"),
                                row.getString("text")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(FoundTicket::number, Function.identity()));
    }

    Map<String, FoundItem> items(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(ITEMS)
                        .param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new))
                        .query(FOUND_ITEMS)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(item -> Objects.toString(item.id()), Function.identity()));
    }

    /** Of the newest of these tickets, of which the first is the newest; null when none has a name. */
    @Nullable
    String newestName(Collection<String> numbers) {
        return jdbc
                .sql(NEWEST_NAME)
                .param("numbers", numbers.stream().limit(NEWEST).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Those of some tickets that are among the tickets of a scope. */
    Set<String> within(TicketScope scope, Collection<String> numbers) {
        return Set.copyOf(jdbc.sql(WITHIN)
                .param("numbers", PostgresValues.texts(numbers))
                .param("owners", PostgresValues.texts(scope.teams()))
                .param("categories", PostgresValues.texts(scope.categories()))
                .query(String.class)
                .list());
    }
}

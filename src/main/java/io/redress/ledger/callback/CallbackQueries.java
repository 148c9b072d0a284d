package io.redress.ledger.callback;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.ledger.ListPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads callbacks from the ledger. */
public final class CallbackQueries {

    /** Which callbacks are asked for; null means any. The times are those of their slots, {@code to} not included. */
    public record Search(
            @Nullable String state,
            @Nullable String ticket,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** How many there are of a kind, or how long something is. */
    public record Count(String name, long number) {}

    private static final String SELECT = """
            select id, ticket_number, state, reason, wished, attempt, misses, slot_from, slot_until, result, phone
            from callback
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public CallbackQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Up to {@code size} callbacks, that with the last slot first, after a position. */
    public List<CallbackView> find(Search search, @Nullable ListPosition after, int size) {
        List<String> clauses = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        and(clauses, values, "state = :state", "state", search.state());
        and(clauses, values, "ticket_number = :ticket", "ticket", search.ticket());
        and(clauses, values, "slot_from >= :from", "from", search.from());
        and(clauses, values, "slot_from < :to", "to", search.to());
        if (after != null) {
            clauses.add("(slot_from, id) < (:at, cast(:id as uuid))");
            values.put("at", utc(after.at()));
            values.put("id", after.key());
        }
        String where = clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses);
        return jdbc.sql(SELECT + where + " order by slot_from desc, id desc limit " + size)
                .params(values)
                .query((row, n) -> view(row, null))
                .list();
    }

    /** One with all its calls. */
    public Optional<CallbackView> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> view(row, attempts(id)))
                .optional();
    }

    /** Open callbacks: {@code planned}, {@code due}, and {@code overdue}, whose slot is over without an outcome. */
    public List<Count> open() {
        return jdbc.sql("""
                        select 'planned' as name, count(*) as number from callback where state = 'planned'
                        union all select 'due', count(*) from callback where state = 'due'
                        union all select 'overdue', count(*) from callback
                                  where state in ('planned', 'due') and slot_until < ?
                        """)
                .param(utc(clock.instant()))
                .query((row, n) -> new Count(row.getString("name"), row.getLong("number")))
                .list();
    }

    /** Calls by outcome. */
    public List<Count> outcomes() {
        return jdbc.sql("""
                        select outcome as name, count(*) as number from callback_attempt
                        where outcome is not null group by outcome
                        """)
                .query((row, n) -> new Count(row.getString("name"), row.getLong("number")))
                .list();
    }

    private List<CallbackView.Attempt> attempts(UUID id) {
        return jdbc.sql("""
                        select attempt, slot_from, slot_until, sent_at, pooled_at, name, outcome, outcome_at, outcome_by
                        from callback_attempt left join call_list on call_list.id = list_id
                        where callback_id = ? order by attempt
                        """)
                .param(id)
                .query((row, n) -> new CallbackView.Attempt(
                        row.getInt("attempt"),
                        instant(row, "slot_from"),
                        instant(row, "slot_until"),
                        instantOrNull(row, "sent_at"),
                        instantOrNull(row, "pooled_at"),
                        row.getString("name"),
                        row.getString("outcome"),
                        instantOrNull(row, "outcome_at"),
                        row.getString("outcome_by")))
                .list();
    }

    private static CallbackView view(ResultSet row, @Nullable List<CallbackView.Attempt> attempts) throws SQLException {
        return new CallbackView(
                row.getObject("id", UUID.class),
                row.getString("ticket_number"),
                row.getString("state"),
                row.getString("reason"),
                row.getBoolean("wished"),
                row.getInt("attempt"),
                row.getInt("misses"),
                instant(row, "slot_from"),
                instant(row, "slot_until"),
                row.getString("result"),
                row.getString("phone"),
                attempts);
    }

    private static void and(
            List<String> clauses, Map<String, Object> values, String clause, String name, @Nullable Object value) {
        if (value != null) {
            clauses.add(clause);
            values.put(name, value instanceof Instant instant ? utc(instant) : value);
        }
    }
}

package io.redress.ledger.callback;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.callback.CallbackState;
import io.redress.ledger.ListPosition;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlConditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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

    private static final RowMapper<Count> COUNTS = RecordRows.of(Count.class);
    private static final RowMapper<CallbackView.Attempt> ATTEMPTS = RecordRows.of(CallbackView.Attempt.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    public CallbackQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Up to {@code size} callbacks, that with the last slot first, after a position. */
    public List<CallbackView> find(Search search, @Nullable ListPosition after, int size) {
        var conditions = new SqlConditions()
                .and("state = :state", "state", search.state())
                .and("ticket_number = :ticket", "ticket", search.ticket())
                .and("slot_from >= :from", "from", search.from())
                .and("slot_from < :to", "to", search.to())
                .after(after, "slot_from", "id::uuid");
        return jdbc.sql("select * from callback " + conditions.where() + " order by slot_from desc, id desc limit "
                        + size)
                .params(conditions.parameters())
                .query((row, n) -> view(row, null))
                .list();
    }

    /** One with all its calls. */
    public Optional<CallbackView> find(UUID id) {
        return jdbc.sql("select * from callback where id = ?")
                .param(id)
                .query((row, n) -> view(row, attempts(id)))
                .optional();
    }

    /** Open callbacks: {@code planned}, {@code due}, and {@code overdue}, whose slot is over without an outcome. */
    public List<Count> open() {
        return jdbc.sql("""
                        select %1$s as name, count(*) as number from callback where state = %1$s
                        union all select %2$s, count(*) from callback where state = %2$s
                        union all select 'overdue', count(*) from callback
                                  where %3$s and slot_until < ?
                        """.formatted(
                                literals(CallbackState.PLANNED), literals(CallbackState.DUE), SqlCallbacks.IS_OPEN))
                .param(utc(clock.instant()))
                .query(COUNTS)
                .list();
    }

    /** Calls by outcome. */
    public List<Count> outcomes() {
        return jdbc.sql("""
                        select outcome as name, count(*) as number from callback_attempt
                        where outcome is not null group by outcome
                        """).query(COUNTS).list();
    }

    private List<CallbackView.Attempt> attempts(UUID id) {
        return jdbc.sql("""
                        select attempt, slot_from, slot_until, sent_at, pooled_at, name as list, outcome, outcome_at, outcome_by
                        from callback_attempt left join call_list on call_list.id = list_id
                        where callback_id = ? order by attempt
                        """).param(id).query(ATTEMPTS).list();
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
}

package io.redress.ledger.delivery;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.delivery.DeliveryState;
import io.redress.delivery.attempt.TargetPauses;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code delivery_target}: what holds whole targets back. */
public final class SqlTargetPauses implements TargetPauses {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SqlTargetPauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Held> all() {
        var all = new TreeMap<String, Held>();
        jdbc.sql("select name, paused, paused_by, paused_at, not_before from delivery_target")
                .query((row, n) -> all.put(
                        row.getString("name"),
                        new Held(
                                row.getBoolean("paused"),
                                row.getString("paused_by"),
                                instantOrNull(row, "paused_at"),
                                instantOrNull(row, "not_before"))))
                .list();
        return all;
    }

    /** Holds a target's deliveries back until {@link #resume}. */
    public void pause(String target, String by) {
        jdbc.sql("""
                insert into delivery_target (name, paused, paused_by, paused_at) values (:name, true, :by, :at)
                on conflict (name) do update set paused = true, paused_by = :by, paused_at = :at
                where not delivery_target.paused
                """)
                .param("name", target)
                .param("by", by)
                .param("at", utc(clock.instant()))
                .update();
    }

    /** Lets a target's deliveries go on, also those whose own pause has not passed. */
    public void resume(String target) {
        jdbc.sql("""
                update delivery_target set paused = false, paused_by = null, paused_at = null, not_before = null
                where name = ?
                """).param(target).update();
        jdbc.sql("""
                update delivery set due_at = least(due_at, ?), leased_until = null
                where target = ? and state = %s
                """.formatted(literals(DeliveryState.WAITING)))
                .params(utc(clock.instant()), target)
                .update();
    }

    @Override
    public void notBefore(String target, Instant time) {
        jdbc.sql("""
                insert into delivery_target (name, not_before) values (:name, :time)
                on conflict (name) do update set not_before = greatest(delivery_target.not_before, :time)
                """).param("name", target).param("time", utc(time)).update();
    }
}

package io.redress.ledger.delivery;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.DeliveryState;
import io.redress.delivery.attempt.Attempt;
import io.redress.delivery.attempt.Deliveries;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code delivery} and {@code delivery_record}. */
public final class SqlDeliveries implements Deliveries {

    /** The order itself waits on a queue that survives a crash, so that a long lease delays nothing. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String WAITING = literals(DeliveryState.WAITING);

    private static final RowMapper<Attempt> ATTEMPTS = RecordRows.of(Attempt.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    public SqlDeliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<DeliveryOrder> claim(String target, int limit) {
        return jdbc.sql("""
                        with claimed as (
                          update delivery set token = gen_random_uuid(),
                                              leased_until = clock_timestamp() + make_interval(secs => :lease)
                          where id in (
                            select id from delivery d
                            where target = :target and state = %1$s and due_at <= :now
                              and (leased_until is null or leased_until < clock_timestamp())
                              and not exists (
                                select 1 from delivery before
                                where before.ticket_number = d.ticket_number and before.target = d.target
                                  and before.seq < d.seq
                                  and (before.state = %1$s or before.kind = 'ticket' and before.state = %2$s))
                            order by due_at, seq limit :limit for update skip locked)
                          returning id, target, token, due_at, seq)
                        select id, target, token from claimed order by due_at, seq
                        """.formatted(WAITING, literals(DeliveryState.REFUSED)))
                .param("lease", LEASE.toSeconds())
                .param("target", target)
                .param("now", now())
                .param("limit", limit)
                .query((row, n) ->
                        new DeliveryOrder(row.getString("id"), row.getString("target"), row.getString("token")))
                .list();
    }

    @Override
    public Optional<Attempt> begin(DeliveryOrder order) {
        return jdbc.sql("""
                        update delivery d set attempts = attempts + 1, updated_at = :now,
                                              leased_until = clock_timestamp() + make_interval(secs => :lease)
                        where id = :id::uuid and token = :token::uuid and state = %s
                          and not exists (select 1 from delivery_target t where t.name = d.target and t.paused)
                        returning id, target, ticket_number, kind, text, status, attempts, failures,
                          (select record_id from delivery_record r
                           where r.target = d.target and r.ticket_number = d.ticket_number) as record_id
                        """.formatted(WAITING))
                .param("lease", LEASE.toSeconds())
                .param("now", now())
                .param("id", order.id())
                .param("token", order.token())
                .query(ATTEMPTS)
                .optional();
    }

    @Override
    public Optional<Attempt> find(DeliveryOrder order) {
        return jdbc.sql("select *, null as record_id from delivery where id = ?")
                .param(UUID.fromString(order.id()))
                .query(ATTEMPTS)
                .optional();
    }

    @Override
    public void release(DeliveryOrder order) {
        change(order, "leased_until = null");
    }

    @Override
    public void postpone(DeliveryOrder order, Instant until) {
        change(order, "leased_until = null, attempts = attempts - 1, due_at = ?", utc(until));
    }

    @Override
    public void failed(DeliveryOrder order, Instant again, String note) {
        change(
                order,
                "leased_until = null, failures = failures + 1, due_at = ?, note = ?",
                utc(again),
                PostgresValues.text(note));
    }

    @Override
    public boolean end(DeliveryOrder order, DeliveryState state, @Nullable String note) {
        return change(order, "leased_until = null, state = ?, note = ?", state.key(), PostgresValues.textOrNull(note))
                > 0;
    }

    @Override
    public boolean isUnfit(Throwable error) {
        return error instanceof DataIntegrityViolationException;
    }

    @Override
    public void record(String target, String ticketNumber, String recordId) {
        jdbc.sql("""
                insert into delivery_record (target, ticket_number, record_id) values (?, ?, ?)
                on conflict do nothing
                """)
                .params(target, ticketNumber, PostgresValues.text(recordId))
                .update();
    }

    private int change(DeliveryOrder order, String set, @Nullable Object... values) {
        var statement = jdbc.sql(
                "update delivery set " + set + ", updated_at = ? where id = ? and token = ? and state = " + WAITING);
        for (Object value : values) {
            statement = statement.param(value);
        }
        return statement
                .param(now())
                .param(UUID.fromString(order.id()))
                .param(UUID.fromString(order.token()))
                .update();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}

package io.redress.ledger.delivery;

import static io.redress.ledger.Stored.utc;

import io.redress.delivery.DeliveryOrder;
import io.redress.ledger.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code delivery} and {@code delivery_record}. Whatever an order does, it does only while it is the last that
 * was given for its delivery, and that is still waiting.
 */
public final class DeliveryRows {

    /** The order itself waits on a queue that survives a crash, so that a long lease delays nothing. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    public DeliveryRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Claims what is due for a target: of each ticket the oldest only, and nothing while its record was refused. */
    List<DeliveryOrder> claim(String target, int limit) {
        return jdbc.sql("""
                        with claimed as (
                          update delivery set token = gen_random_uuid(),
                                              leased_until = clock_timestamp() + make_interval(secs => :lease)
                          where id in (
                            select id from delivery d
                            where target = :target and state = 'waiting' and due_at <= :now
                              and (leased_until is null or leased_until < clock_timestamp())
                              and not exists (
                                select 1 from delivery before
                                where before.ticket_number = d.ticket_number and before.target = d.target
                                  and before.seq < d.seq
                                  and (before.state = 'waiting' or before.kind = 'ticket' and before.state = 'refused'))
                            order by due_at, seq limit :limit for update skip locked)
                          returning id, target, token, due_at, seq)
                        select id, target, token from claimed order by due_at, seq
                        """)
                .param("lease", LEASE.toSeconds())
                .param("target", target)
                .param("now", now())
                .param("limit", limit)
                .query((row, n) ->
                        new DeliveryOrder(row.getString("id"), row.getString("target"), row.getString("token")))
                .list();
    }

    /** Begins an attempt; nothing when the order is void, or the target is paused. */
    Optional<DeliveryRow> begin(DeliveryOrder order) {
        return jdbc.sql("""
                        update delivery d set attempts = attempts + 1, updated_at = :now,
                                              leased_until = clock_timestamp() + make_interval(secs => :lease)
                        where id = :id::uuid and token = :token::uuid and state = 'waiting'
                          and not exists (select 1 from delivery_target t where t.name = d.target and t.paused)
                        returning id, target, ticket_number, kind, text, status, attempts, failures,
                          (select record_id from delivery_record r
                           where r.target = d.target and r.ticket_number = d.ticket_number) as record_id
                        """)
                .param("lease", LEASE.toSeconds())
                .param("now", now())
                .param("id", order.id())
                .param("token", order.token())
                .query(DeliveryRows::row)
                .optional();
    }

    /** Whose delivery an order is for, whether it is void or not. */
    Optional<DeliveryRow> find(DeliveryOrder order) {
        return jdbc.sql("select *, null as record_id from delivery where id = ?")
                .param(UUID.fromString(order.id()))
                .query(DeliveryRows::row)
                .optional();
    }

    /** Gives a claimed delivery back, as if the order had not been. */
    void release(DeliveryOrder order) {
        change(order, "leased_until = null");
    }

    /** Puts a delivery off that was not attempted after all. */
    void postpone(DeliveryOrder order, Instant until) {
        change(order, "leased_until = null, attempts = attempts - 1, due_at = ?", utc(until));
    }

    /** Puts off a delivery that failed. */
    void failed(DeliveryOrder order, Instant again, String note) {
        change(
                order,
                "leased_until = null, failures = failures + 1, due_at = ?, note = ?",
                utc(again),
                Stored.text(note));
    }

    /** Ends a delivery as {@code delivered}, {@code refused} or {@code cancelled}; false when the order is void. */
    boolean end(DeliveryOrder order, String state, @Nullable String note) {
        return change(order, "leased_until = null, state = ?, note = ?", state, Stored.textOrNull(note)) > 0;
    }

    /** Remembers the target's record of a ticket; the first one stays. */
    void record(String target, String ticketNumber, String recordId) {
        jdbc.sql("""
                insert into delivery_record (target, ticket_number, record_id) values (?, ?, ?)
                on conflict do nothing
                """).params(target, ticketNumber, Stored.text(recordId)).update();
    }

    private int change(DeliveryOrder order, String set, @Nullable Object... values) {
        var statement = jdbc.sql(
                "update delivery set " + set + ", updated_at = ? where id = ? and token = ? and state = 'waiting'");
        for (Object value : values) {
            statement = statement.param(value);
        }
        return statement
                .param(now())
                .param(UUID.fromString(order.id()))
                .param(UUID.fromString(order.token()))
                .update();
    }

    private static DeliveryRow row(ResultSet row, int index) throws SQLException {
        return new DeliveryRow(
                row.getString("id"),
                row.getString("target"),
                row.getString("ticket_number"),
                row.getString("kind"),
                row.getString("text"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getString("record_id"));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}

package io.redress.ledger.event;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.encryption.AesGcm;
import io.redress.event.EventDeliveries;
import io.redress.event.EventDelivery;
import io.redress.event.EventOrder;
import io.redress.event.EventType;
import io.redress.event.OutgoingEvent;
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
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code event_delivery}. */
public final class SqlEventDeliveries implements EventDeliveries {

    /** Longer than any attempt takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Of one subscriber, on all nodes together. */
    private static final int AT_ONCE = 4;

    private static final RowMapper<EventDelivery> DELIVERIES = RecordRows.of(EventDelivery.class);

    private final JdbcClient jdbc;
    private final AesGcm encryption;
    private final Clock clock;

    public SqlEventDeliveries(JdbcClient jdbc, AesGcm encryption, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public List<EventOrder> claim() {
        return jdbc.sql("""
                        with free as (
                          select s.id, :most - (select count(*) from event_delivery d
                                                where d.subscription_id = s.id and d.state = 'waiting' and d.due_at <= :now
                                                  and d.leased_until >= clock_timestamp()) as room
                          from event_subscription s where disabled_at is null),
                        due as (
                          select d.event_id, d.subscription_id from free, lateral (
                            select event_id, subscription_id from event_delivery
                            where subscription_id = free.id and state = 'waiting' and due_at <= :now
                              and (leased_until is null or leased_until < clock_timestamp())
                            order by due_at limit greatest(free.room, 0) for update skip locked) d)
                        update event_delivery d set token = gen_random_uuid(),
                                                    leased_until = clock_timestamp() + make_interval(secs => :lease)
                        from due where d.event_id = due.event_id and d.subscription_id = due.subscription_id
                        returning d.event_id, d.subscription_id, d.token
                        """)
                .param("most", AT_ONCE)
                .param("now", now())
                .param("lease", LEASE.toSeconds())
                .query((row, n) -> new EventOrder(
                        row.getString("event_id"), row.getString("subscription_id"), row.getString("token")))
                .list();
    }

    @Override
    public Optional<OutgoingEvent> begin(EventOrder order) {
        return jdbc.sql("""
                        update event_delivery d set attempts = attempts + 1, updated_at = :now
                        from event_subscription s
                        where d.event_id = :event::uuid and s.id = :subscription::uuid and d.subscription_id = s.id
                          and d.token = :token::uuid and d.state = 'waiting' and s.disabled_at is null
                        returning d.*, s.name, s.url, s.secret, case when s.old_secret_until > :now then s.old_secret end as old
                        """)
                .param("now", now())
                .param("event", order.event())
                .param("subscription", order.subscription())
                .param("token", order.token())
                .query((row, n) -> OutgoingEventRows.read(row, encryption))
                .optional();
    }

    @Override
    public int attempts(EventOrder order) {
        return jdbc.sql("select attempts from event_delivery where event_id = ? and subscription_id = ?")
                .params(UUID.fromString(order.event()), UUID.fromString(order.subscription()))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Override
    public @Nullable String subscriber(EventOrder order) {
        return jdbc.sql("select name from event_subscription where id = ?")
                .param(UUID.fromString(order.subscription()))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public void delivered(EventOrder order, String answer) {
        change(order, "state = 'delivered', answer = ?", answer);
    }

    @Override
    public void putOff(EventOrder order, Instant until, String answer) {
        change(order, "due_at = ?, answer = ?", utc(until), PostgresValues.text(answer));
    }

    @Override
    public void failed(EventOrder order, String answer) {
        change(order, "state = 'failed', answer = ?", PostgresValues.text(answer));
    }

    private void change(EventOrder order, String set, Object... values) {
        jdbc.sql("update event_delivery set leased_until = null, " + set + ", updated_at = ?"
                        + " where event_id = ? and subscription_id = ? and token = ? and state = 'waiting'")
                .params(values)
                .params(
                        now(),
                        UUID.fromString(order.event()),
                        UUID.fromString(order.subscription()),
                        UUID.fromString(order.token()))
                .update();
    }

    @Override
    public boolean plan(String subscription, EventType type, String subject) {
        return jdbc.sql("""
                        insert into event_delivery (event_id, subscription_id, type, occurred_at, subject, due_at, updated_at)
                        select gen_random_uuid(), id, :type, :now, :subject, :now, :now from event_subscription
                        where name = :name and disabled_at is null
                        """)
                        .param("type", type.key())
                        .param("now", now())
                        .param("subject", subject)
                        .param("name", subscription)
                        .update()
                > 0;
    }

    @Override
    public int replay(String subscription) {
        return jdbc.sql("""
                        update event_delivery set state = 'waiting', attempts = 0, due_at = :now, updated_at = :now
                        where subscription_id = (select id from event_subscription where name = :name) and state = 'failed'
                        """).param("now", now()).param("name", subscription).update();
    }

    @Override
    public List<EventDelivery> latest(String subscription, int size) {
        return jdbc.sql("""
                        select event_id, type, subject, state, attempts, answer, occurred_at, due_at, updated_at
                        from event_delivery
                        where subscription_id = (select id from event_subscription where name = ?)
                        order by updated_at desc limit ?
                        """).params(subscription, size).query(DELIVERIES).list();
    }

    @Override
    public void removeBefore(Instant time) {
        jdbc.sql("delete from event_delivery where state <> 'waiting' and updated_at < ?")
                .param(utc(time))
                .update();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}

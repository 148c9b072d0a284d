package io.redress.ledger.due;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.due.DueOrder;
import io.redress.due.DueState;
import io.redress.due.DueWorkPlanner;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlBatch;
import io.redress.reply.outgoing.MessageWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work that is due at a time, as rows: planned in the transaction that causes it, claimed by one node at a time, tried
 * again with growing pauses until it is done or given up. A claim is a lease: work whose node died is claimed again.
 * When work is due the hub's clock says; how long a lease lasts, the database's, which all nodes share.
 */
public final class DueWork implements DueWorkPlanner, MessageWork {

    /** Ask a system again that did not answer while the ticket was opened. */
    public static final String LOOKUP = "lookup";

    /** Fetch a file that a chat platform keeps. */
    public static final String MEDIA = "chat-media";

    static final int ATTEMPTS = 15;

    private static final List<String> MESSAGES = List.of(ACKNOWLEDGEMENT, MESSAGE, STAFF_MAIL);
    private static final List<String> NO_STEPS = List.of(ACKNOWLEDGEMENT, MESSAGE, STAFF_MAIL, LOOKUP, MEDIA);
    public static final Duration FIRST_PAUSE = RetryPause.FIRST;

    private static final String DUE = "state = " + literals(DueState.DUE);
    private static final String DONE = "state = " + literals(DueState.DONE);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DueClaims claims;

    public DueWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.claims = new DueClaims(jdbc, clock);
    }

    @Override
    public void plan(String kind, String ticketNumber, String key, Instant at, String argument) {
        var batch = new SqlBatch(jdbc);
        plan(batch, kind, ticketNumber, key, at, argument);
        batch.send();
    }

    /** As {@link #plan(String, String, String, Instant, String)}, together with other writes. */
    public void plan(SqlBatch batch, String kind, String ticketNumber, String key, Instant at, String argument) {
        batch.add("""
                insert into due_work (id, kind, ticket_number, due_at, argument, updated_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """, id(kind, key), kind, ticketNumber, utc(at), PostgresValues.text(argument), now());
    }

    @Override
    public boolean move(String kind, String ticketNumber, String key, Instant at) {
        return jdbc.sql("update due_work set due_at = ?, updated_at = ? where " + DueWorkHandler.OF_ORDER + " and "
                                + DUE)
                        .params(utc(at), now(), ticketNumber, id(kind, key))
                        .update()
                > 0;
    }

    @Override
    public void cancel(String kind, String ticketNumber, String reason) {
        jdbc.sql("""
                update due_work set state = ?, note = ?, updated_at = ?
                where kind = ? and ticket_number = ? and
                """ + DUE)
                .params(DueState.SKIPPED.key(), PostgresValues.text(reason), now(), kind, ticketNumber)
                .update();
    }

    /** Claims up to {@code limit} messages that are due, oldest first. */
    public List<DueOrder> claimMessages(int limit) {
        return claims.of(MESSAGES, limit);
    }

    /** Claims up to {@code limit} steps of the loop that are due, oldest first. */
    public List<DueOrder> claimSteps(int limit) {
        return claims.but(NO_STEPS, limit);
    }

    /** Claims up to {@code limit} systems that are to be asked again, oldest first. */
    public List<DueOrder> claimLookups(int limit) {
        return claims.of(List.of(LOOKUP), limit);
    }

    /** Claims up to {@code limit} files that are to be fetched, oldest first. */
    public List<DueOrder> claimMedia(int limit) {
        return claims.of(List.of(MEDIA), limit);
    }

    @Override
    public void done(DueOrder order, String recipient) {
        end(order, DueState.DONE, null, RecipientDigests.anonymous(recipient));
    }

    @Override
    public int countDone(String kind, String recipient, Instant since) {
        return jdbc.sql("""
                        select count(*) from due_work
                        where recipient = ? and kind = ? and updated_at >= ? and
                        """ + DONE)
                .params(RecipientDigests.anonymous(recipient), kind, utc(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public int countDoneOf(String kind, String ticketNumber, Instant after) {
        return jdbc.sql("""
                        select count(*) from due_work
                        where ticket_number = ? and kind = ? and updated_at > ? and
                        """ + DONE)
                .params(ticketNumber, kind, utc(after))
                .query(Integer.class)
                .single();
    }

    @Override
    public void skip(DueOrder order, String reason) {
        end(order, DueState.SKIPPED, reason, null);
    }

    /** As {@link #failed(DueOrder, String, Duration)}, with the usual pause. */
    public boolean failed(DueOrder order, String error) {
        return failed(order, error, null);
    }

    @Override
    public boolean failed(DueOrder order, String error, @Nullable Duration atLeast) {
        if (order.attempt() >= ATTEMPTS) {
            end(order, DueState.FAILED, error, null);
            return true;
        }
        putOff(order, error, atLeast);
        return false;
    }

    /** Tries work again after a pause that grows with its attempts, however many there were. */
    public void putOff(DueOrder order, String error, @Nullable Duration atLeast) {
        Instant again = clock.instant().plus(RetryPause.of(order.attempt(), atLeast));
        jdbc.sql("""
                update due_work set due_at = ?, leased_until = null, note = ?, updated_at = ?
                where ticket_number = ? and id = ? and
                """ + DUE)
                .params(utc(again), PostgresValues.text(error), now())
                .params(order.ticketNumber(), UUID.fromString(order.id()))
                .update();
    }

    /** Whether work is still to be done; its row is locked until the transaction ends. */
    public boolean isDue(DueOrder order) {
        return claims.isDue(order);
    }

    @Override
    public void planAgain(DueOrder order, String variant, String argument) {
        plan(order.kind(), order.ticketNumber(), order.id() + "/" + variant, clock.instant(), argument);
    }

    /** One row version more, not two: each has its entries in all indices. */
    private void end(DueOrder order, DueState state, @Nullable String note, @Nullable String recipient) {
        jdbc.sql("""
                update due_work set state = ?, note = ?, updated_at = ?, recipient = coalesce(?::text, recipient)
                where ticket_number = ? and id = ?
                """)
                .param(state.key())
                .param(PostgresValues.textOrNull(note))
                .param(now())
                .param(recipient)
                .param(order.ticketNumber())
                .param(UUID.fromString(order.id()))
                .update();
    }

    /** The id of work, the same whoever plans it; its row is found by it together with the ticket. */
    public static UUID id(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + ' ' + key).getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}

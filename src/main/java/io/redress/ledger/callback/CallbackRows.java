package io.redress.ledger.callback;

import static io.redress.ledger.Stored.instant;
import static io.redress.ledger.Stored.text;
import static io.redress.ledger.Stored.textOrNull;
import static io.redress.ledger.Stored.utc;
import static io.redress.ledger.Stored.utcOrNull;

import io.redress.callback.CallOutcome;
import io.redress.callback.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code callback}, {@code callback_request}, {@code callback_attempt} and {@code callback_outcome}. */
public final class CallbackRows {

    private static final String SELECT = """
            select id, ticket_number, state, reason, wished, attempt, misses, slot_from, slot_until, attempt_since, result,
                   phone
            from callback
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public CallbackRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<CallbackRow> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(CallbackRows::row)
                .optional();
    }

    /** The callback of a ticket that is planned or given out. */
    Optional<CallbackRow> open(String ticket) {
        return jdbc.sql(SELECT + "where ticket_number = ? and state in ('planned', 'due')")
                .param(ticket)
                .query(CallbackRows::row)
                .optional();
    }

    /** False when the same was requested before. */
    boolean request(String ticket, String key) {
        return jdbc.sql("""
                        insert into callback_request (ticket_number, key, requested_at) values (?, ?, ?)
                        on conflict do nothing
                        """).params(ticket, key, now()).update() == 1;
    }

    CallbackRow insert(UUID id, String ticket, String reason, boolean wished, Slot slot) {
        jdbc.sql("""
                insert into callback (id, ticket_number, state, reason, wished, attempt, slot_from, slot_until,
                                      attempt_since, created_at, updated_at)
                values (?, ?, 'planned', ?, ?, 1, ?, ?, ?, ?, ?)
                """)
                .params(id, ticket, reason, wished, utc(slot.from()), utc(slot.until()), now(), now(), now())
                .update();
        addAttempt(id, 1, slot);
        return find(id).orElseThrow();
    }

    /** Plans the next call of a callback. */
    CallbackRow next(CallbackRow before, Slot slot, boolean wished, int misses) {
        jdbc.sql("""
                update callback set state = 'planned', wished = ?, attempt = attempt + 1, misses = ?, slot_from = ?,
                                    slot_until = ?, attempt_since = ?, updated_at = ?
                where id = ?
                """)
                .params(wished, misses, utc(slot.from()), utc(slot.until()), now(), now(), before.id())
                .update();
        addAttempt(before.id(), before.attempt() + 1, slot);
        return find(before.id()).orElseThrow();
    }

    /** Gives the same call another slot; a list that has it already is not the one it belongs to any more. */
    CallbackRow move(CallbackRow before, Slot slot, boolean wished) {
        jdbc.sql("""
                update callback set state = 'planned', wished = ?, slot_from = ?, slot_until = ?, updated_at = ?
                where id = ?
                """)
                .params(wished, utc(slot.from()), utc(slot.until()), now(), before.id())
                .update();
        jdbc.sql("""
                update callback_attempt set slot_from = ?, slot_until = ?, list_id = null, sent_at = null, pooled_at = null
                where callback_id = ? and attempt = ?
                """)
                .params(utc(slot.from()), utc(slot.until()), before.id(), before.attempt())
                .update();
        return find(before.id()).orElseThrow();
    }

    /** {@code phone}: given for this callback alone; null for the ticket's own. */
    void call(UUID id, @Nullable String phone) {
        jdbc.sql("update callback set phone = ?, updated_at = ? where id = ?")
                .param(phone)
                .param(now())
                .param(id)
                .update();
    }

    void sent(CallbackRow row) {
        jdbc.sql("update callback set state = 'due', updated_at = ? where id = ?")
                .params(now(), row.id())
                .update();
        jdbc.sql("update callback_attempt set sent_at = ? where callback_id = ? and attempt = ?")
                .params(now(), row.id(), row.attempt())
                .update();
    }

    void pooled(CallbackRow row) {
        jdbc.sql("update callback_attempt set pooled_at = ? where callback_id = ? and attempt = ?")
                .params(now(), row.id(), row.attempt())
                .update();
    }

    void end(CallbackRow row, String state, String result) {
        jdbc.sql("update callback set state = ?, result = ?, updated_at = ? where id = ?")
                .params(state, result, now(), row.id())
                .update();
    }

    /** Keeps a report; false when its id was there before. */
    boolean record(CallOutcome outcome, CallbackRow row, boolean applied) {
        return jdbc.sql("""
                        insert into callback_outcome (id, callback_id, attempt, outcome, happened_at, arrived_at, by_whom,
                                                      note, call_again_at, applied)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(text(outcome.id()))
                        .param(row.id())
                        .param(applied ? Integer.valueOf(row.attempt()) : outcome.attempt())
                        .param(outcome.result().key())
                        .param(outcome.at() == null ? now() : utc(outcome.at()))
                        .param(now())
                        .param(textOrNull(outcome.by()))
                        .param(textOrNull(outcome.note()))
                        .param(utcOrNull(outcome.callAgainAt()))
                        .param(applied)
                        .update()
                == 1;
    }

    void attemptEnded(CallbackRow row, String outcome, @Nullable Instant at, @Nullable String by) {
        jdbc.sql("""
                update callback_attempt set outcome = ?, outcome_at = ?, outcome_by = ?
                where callback_id = ? and attempt = ?
                """)
                .param(outcome)
                .param(at == null ? now() : utc(at))
                .param(textOrNull(by))
                .param(row.id())
                .param(row.attempt())
                .update();
    }

    private void addAttempt(UUID id, int attempt, Slot slot) {
        jdbc.sql("insert into callback_attempt (callback_id, attempt, slot_from, slot_until) values (?, ?, ?, ?)")
                .params(id, attempt, utc(slot.from()), utc(slot.until()))
                .update();
    }

    private static CallbackRow row(ResultSet row, int n) throws SQLException {
        return new CallbackRow(
                row.getObject("id", UUID.class),
                row.getString("ticket_number"),
                row.getString("state"),
                row.getString("reason"),
                row.getBoolean("wished"),
                row.getInt("attempt"),
                row.getInt("misses"),
                new Slot(instant(row, "slot_from"), instant(row, "slot_until")),
                instant(row, "attempt_since"),
                row.getString("result"),
                row.getString("phone"));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}

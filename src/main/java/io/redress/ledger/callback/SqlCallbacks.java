package io.redress.ledger.callback;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.text;
import static io.redress.ledger.PostgresValues.textOrNull;
import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.callback.CallOutcome;
import io.redress.callback.CallSlot;
import io.redress.callback.CallbackState;
import io.redress.callback.workflow.Callback;
import io.redress.callback.workflow.Callbacks;
import io.redress.ticket.KeyedEnum;
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
public final class SqlCallbacks implements Callbacks {

    private static final String PLANNED = literals(CallbackState.PLANNED);
    /** Of callbacks that are still to be made. */
    public static final String IS_OPEN = "state in (" + literals(CallbackState.PLANNED, CallbackState.DUE) + ")";

    private final JdbcClient jdbc;
    private final Clock clock;

    public SqlCallbacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Callback> find(UUID id) {
        return jdbc.sql("select * from callback where id = ?")
                .param(id)
                .query(SqlCallbacks::row)
                .optional();
    }

    @Override
    public Optional<Callback> open(String ticket) {
        return jdbc.sql("select * from callback where ticket_number = ? and " + IS_OPEN)
                .param(ticket)
                .query(SqlCallbacks::row)
                .optional();
    }

    @Override
    public boolean request(String ticket, String key) {
        return jdbc.sql("""
                        insert into callback_request (ticket_number, key, requested_at) values (?, ?, ?)
                        on conflict do nothing
                        """).params(ticket, key, now()).update() == 1;
    }

    @Override
    public Callback insert(UUID id, String ticket, String reason, boolean wished, CallSlot slot) {
        jdbc.sql("""
                insert into callback (id, ticket_number, state, reason, wished, attempt, slot_from, slot_until,
                                      attempt_since, created_at, updated_at)
                values (?, ?, %s, ?, ?, 1, ?, ?, ?, ?, ?)
                """.formatted(PLANNED))
                .params(id, ticket, reason, wished, utc(slot.from()), utc(slot.until()), now(), now(), now())
                .update();
        addAttempt(id, 1, slot);
        return find(id).orElseThrow();
    }

    @Override
    public Callback next(Callback before, CallSlot slot, boolean wished, int misses) {
        jdbc.sql("""
                update callback set state = %s, wished = ?, attempt = attempt + 1, misses = ?, slot_from = ?,
                                    slot_until = ?, attempt_since = ?, updated_at = ?
                where id = ?
                """.formatted(PLANNED))
                .params(wished, misses, utc(slot.from()), utc(slot.until()), now(), now(), before.id())
                .update();
        addAttempt(before.id(), before.attempt() + 1, slot);
        return find(before.id()).orElseThrow();
    }

    @Override
    public Callback move(Callback before, CallSlot slot, boolean wished) {
        jdbc.sql("""
                update callback set state = %s, wished = ?, slot_from = ?, slot_until = ?, updated_at = ?
                where id = ?
                """.formatted(PLANNED))
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

    @Override
    public void call(UUID id, @Nullable String phone) {
        jdbc.sql("update callback set phone = ?, updated_at = ? where id = ?")
                .param(phone)
                .param(now())
                .param(id)
                .update();
    }

    @Override
    public void sent(Callback row) {
        jdbc.sql("update callback set state = ?, updated_at = ? where id = ?")
                .params(CallbackState.DUE.key(), now(), row.id())
                .update();
        jdbc.sql("update callback_attempt set sent_at = ? where callback_id = ? and attempt = ?")
                .params(now(), row.id(), row.attempt())
                .update();
    }

    @Override
    public void pooled(Callback row) {
        jdbc.sql("update callback_attempt set pooled_at = ? where callback_id = ? and attempt = ?")
                .params(now(), row.id(), row.attempt())
                .update();
    }

    @Override
    public void end(Callback row, CallbackState state, String result) {
        jdbc.sql("update callback set state = ?, result = ?, updated_at = ? where id = ?")
                .params(state.key(), result, now(), row.id())
                .update();
    }

    @Override
    public boolean record(CallOutcome outcome, Callback row, boolean applied) {
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

    @Override
    public void attemptEnded(Callback row, String outcome, @Nullable Instant at, @Nullable String by) {
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

    private void addAttempt(UUID id, int attempt, CallSlot slot) {
        jdbc.sql("insert into callback_attempt (callback_id, attempt, slot_from, slot_until) values (?, ?, ?, ?)")
                .params(id, attempt, utc(slot.from()), utc(slot.until()))
                .update();
    }

    private static Callback row(ResultSet row, int n) throws SQLException {
        return new Callback(
                row.getObject("id", UUID.class),
                row.getString("ticket_number"),
                KeyedEnum.known(CallbackState.class, row.getString("state")),
                row.getString("reason"),
                row.getBoolean("wished"),
                row.getInt("attempt"),
                row.getInt("misses"),
                new CallSlot(instant(row, "slot_from"), instant(row, "slot_until")),
                instant(row, "attempt_since"),
                row.getString("result"),
                row.getString("phone"));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}

package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.StoredJson;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketUpdate;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Priority;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each ticket stands: the part of table {@code ticket} that changes, and the updates that changed it. */
public final class SqlTicketStatusRepository implements TicketStatusRepository {

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    public SqlTicketStatusRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.clock = clock;
    }

    @Override
    public Optional<CurrentStatus> locked(String number) {
        return read(number, " for update");
    }

    @Override
    public Optional<CurrentStatus> of(String number) {
        return read(number, "");
    }

    private Optional<CurrentStatus> read(String number, String lock) {
        return jdbc.sql("""
                        select number, status, received_at, status_since, level, round, category, priority, owner
                        from ticket where number = ?""" + lock)
                .param(number)
                .query((row, n) -> new CurrentStatus(
                        row.getString("number"),
                        KeyedEnum.known(TicketStatus.class, row.getString("status")),
                        instant(row, "received_at"),
                        instant(row, "status_since"),
                        row.getInt("level"),
                        row.getInt("round"),
                        row.getString("category"),
                        KeyedEnum.known(Priority.class, row.getString("priority")),
                        row.getString("owner")))
                .optional();
    }

    @Override
    public boolean take(TicketUpdate update, Instant at, Instant now) {
        return jdbc.sql("""
                        insert into ticket_update (ticket_number, id, kind, happened_at, arrived_at, outcome, body)
                        values (?, ?, ?, ?, ?, 'applied', ?::jsonb) on conflict do nothing
                        """)
                        .params(
                                update.ticket(),
                                PostgresValues.text(update.id()),
                                update.kind().key())
                        .params(utc(at), utc(now), json.written(update))
                        .update()
                == 1;
    }

    @Override
    public void notApplied(TicketUpdate update, Outcome outcome, String reason) {
        jdbc.sql("update ticket_update set outcome = ?, reason = ? where ticket_number = ? and id = ?")
                .params(outcome.key(), PostgresValues.text(reason))
                .params(update.ticket(), PostgresValues.text(update.id()))
                .update();
    }

    @Override
    public void owner(String number, String owner) {
        jdbc.sql("update ticket set owner = ?, updated_at = ? where number = ?")
                .params(PostgresValues.text(owner), utc(clock.instant()), number)
                .update();
    }

    @Override
    public void classify(String number, String category, Priority priority) {
        jdbc.sql("update ticket set category = ?, priority = ?, updated_at = ? where number = ?")
                .params(category, priority.key(), utc(clock.instant()), number)
                .update();
    }

    @Override
    public void escalate(String number, int level) {
        jdbc.sql("update ticket set level = greatest(level, ?), updated_at = ? where number = ?")
                .params(level, utc(clock.instant()), number)
                .update();
    }

    @Override
    public void change(TicketUpdate update, TicketStatus to, Instant at, int round) {
        jdbc.sql("""
                update ticket set status = :status, status_since = :at, round = :round,
                       level = case when :status = %1$s then level + 1 else level end,
                       remedy = coalesce(:remedy, remedy),
                       solved_at = case :status when %2$s then :at when %1$s then null else solved_at end,
                       closed_at = case :status when %3$s then :at when %1$s then null else closed_at end,
                       updated_at = :now
                where number = :number
                """.formatted(
                        literals(TicketStatus.REOPENED), literals(TicketStatus.SOLVED), literals(TicketStatus.CLOSED)))
                .param("status", to.key())
                .param("at", utc(at))
                .param("round", round)
                .param("remedy", PostgresValues.textOrNull(update.remedy()), java.sql.Types.VARCHAR)
                .param("now", utc(clock.instant()))
                .param("number", update.ticket())
                .update();
    }
}

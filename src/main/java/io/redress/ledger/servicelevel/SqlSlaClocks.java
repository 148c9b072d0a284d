package io.redress.ledger.servicelevel;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.due.DueWork;
import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.SlaClock;
import io.redress.servicelevel.clock.SlaClockRepository;
import io.redress.servicelevel.clock.SlaClockStep;
import io.redress.servicelevel.clock.StartedClock;
import io.redress.servicelevel.clock.TicketClock;
import io.redress.ticket.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code ticket_clock} and {@code ticket_pause}. */
public final class SqlSlaClocks implements SlaClockRepository {

    private static final String SELECT = """
            select ticket_number as ticket, clock, round, policy, priority, started_at as started, due_at as due,
                   met_at as met, ended_at as ended, reached
            from ticket_clock
            """;

    private static final RowMapper<TicketClock> CLOCKS = RecordRows.of(TicketClock.class);

    private final JdbcClient jdbc;
    private final DueWork agenda;

    public SqlSlaClocks(JdbcClient jdbc, DueWork agenda) {
        this.jdbc = jdbc;
        this.agenda = agenda;
    }

    @Override
    public void start(List<StartedClock> started) {
        var batch = new SqlBatch(jdbc);
        start(batch, started);
        batch.send();
    }

    /** The same, together with other writes. */
    public void start(SqlBatch batch, List<StartedClock> started) {
        for (StartedClock one : started) {
            start(batch, one.clock());
            if (one.first() != null) {
                agenda.plan(batch, SlaClockStep.KIND, one.clock().ticket(), one.key(), one.first(), one.argument());
            }
        }
    }

    private static void start(SqlBatch batch, TicketClock clock) {
        batch.add(
                """
                insert into ticket_clock (ticket_number, clock, round, policy, priority, started_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                clock.ticket(),
                clock.clock().key(),
                clock.round(),
                clock.policy(),
                clock.priority().key(),
                utc(clock.started()),
                utcOrNull(clock.due()));
    }

    @Override
    public Optional<TicketClock> locked(String ticket, SlaClock.Clock clock, int round) {
        return jdbc.sql(SELECT + " where ticket_number = ? and clock = ? and round = ? for update")
                .params(ticket, clock.key(), round)
                .query(CLOCKS)
                .optional();
    }

    @Override
    public List<TicketClock> of(String ticket) {
        return jdbc.sql(SELECT + " where ticket_number = ? order by round desc, clock")
                .param(ticket)
                .query(CLOCKS)
                .list();
    }

    @Override
    public List<TicketClock> running(String ticket) {
        return jdbc.sql(SELECT + " where ticket_number = ? and ended_at is null order by clock for update")
                .param(ticket)
                .query(CLOCKS)
                .list();
    }

    @Override
    public List<String> tickets(String after, int limit) {
        return jdbc.sql("""
                        select distinct ticket_number from ticket_clock
                        where ended_at is null and ticket_number > ? order by ticket_number limit ?
                        """).params(after, limit).query(String.class).list();
    }

    @Override
    public void due(TicketClock clock, String policy, Priority priority, @Nullable Instant due) {
        jdbc.sql("""
                update ticket_clock set policy = ?, priority = ?, due_at = ?
                where ticket_number = ? and clock = ? and round = ?
                """)
                .params(policy, priority.key())
                .param(utcOrNull(due))
                .params(clock.ticket(), clock.clock().key(), clock.round())
                .update();
        shown(clock.ticket(), clock.clock(), due);
    }

    @Override
    public void shown(String ticket, SlaClock.Clock clock, @Nullable Instant due) {
        if (due != null) {
            String column = clock == SlaClock.Clock.RESOLUTION ? "resolution_due" : "first_response_due";
            jdbc.sql("update ticket set " + column + " = ? where number = ?")
                    .params(utcOrNull(due), ticket)
                    .update();
        }
    }

    @Override
    public void reached(TicketClock clock, int mark) {
        jdbc.sql("update ticket_clock set reached = ? where ticket_number = ? and clock = ? and round = ?")
                .params(mark, clock.ticket(), clock.clock().key(), clock.round())
                .update();
    }

    @Override
    public void end(String ticket, SlaClock.Clock clock, Instant at, boolean met) {
        jdbc.sql("""
                update ticket_clock set ended_at = ?, met_at = case when ? then ?::timestamptz end
                where ticket_number = ? and clock = ? and ended_at is null
                """).params(utc(at), met, utc(at), ticket, clock.key()).update();
        if (met && clock == SlaClock.Clock.FIRST_RESPONSE) {
            jdbc.sql("update ticket set first_response_at = ? where number = ? and first_response_at is null")
                    .params(utc(at), ticket)
                    .update();
        }
    }

    @Override
    public void pause(String ticket, Instant at, String reason) {
        jdbc.sql("""
                insert into ticket_pause (ticket_number, from_at, reason) values (?, ?, ?) on conflict do nothing
                """).params(ticket, utc(at), PostgresValues.text(reason)).update();
    }

    @Override
    public void resume(String ticket, Instant at) {
        jdbc.sql("update ticket_pause set until_at = greatest(?, from_at) where ticket_number = ? and until_at is null")
                .params(utc(at), ticket)
                .update();
    }

    @Override
    public List<ClockPause> pauses(String ticket) {
        return jdbc.sql("select from_at, until_at, reason from ticket_pause where ticket_number = ? order by from_at")
                .param(ticket)
                .query((row, n) -> new ClockPause(
                        instant(row, "from_at"), instantOrNull(row, "until_at"), row.getString("reason")))
                .list();
    }
}

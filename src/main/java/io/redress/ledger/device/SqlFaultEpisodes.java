package io.redress.ledger.device;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.intake.device.DeviceTickets;
import io.redress.intake.device.FaultDecision;
import io.redress.intake.device.FaultDecision.Kind;
import io.redress.intake.device.FaultEpisode;
import io.redress.intake.device.FaultEpisodes;
import io.redress.intake.device.FaultReport;
import io.redress.intake.device.FaultState;
import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Priority;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code device_fault}. It names no device: marks stand for devices and faults. */
public final class SqlFaultEpisodes implements FaultEpisodes {

    private static final String ENDED = literals(Arrays.stream(TicketStatus.values())
            .filter(status -> !status.isOpen())
            .toArray(TicketStatus[]::new));

    private final JdbcClient jdbc;
    private final UnaryOperator<String> mark;

    /** @param mark makes of a name a mark that nobody can read it from */
    public SqlFaultEpisodes(JdbcClient jdbc, UnaryOperator<String> mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    @Override
    public Optional<FaultEpisode> latest(String channel, FaultReport report) {
        return episode("f.fault = ? order by f.id desc limit 1", fault(channel, report));
    }

    @Override
    public Optional<FaultEpisode> find(long id) {
        return episode("f.id = ?", id);
    }

    private Optional<FaultEpisode> episode(String condition, Object parameter) {
        return jdbc.sql("""
                        select f.id, f.ticket_number, f.state, f.said_at, f.reports, f.changes, f.changed_at, f.told_at,
                          f.cleared_at,
                          case when t.status in (%s) then t.status_since end as ended
                        from device_fault f left join ticket t on t.number = f.ticket_number where %s
                        """.formatted(ENDED, condition))
                .param(parameter)
                .query((row, n) -> new FaultEpisode(
                        row.getLong("id"),
                        row.getString("ticket_number"),
                        KeyedEnum.known(FaultState.class, row.getString("state")),
                        instant(row, "said_at"),
                        row.getInt("reports"),
                        row.getInt("changes"),
                        instant(row, "changed_at"),
                        instant(row, "told_at"),
                        instantOrNull(row, "cleared_at"),
                        instantOrNull(row, "ended")))
                .optional();
    }

    @Override
    public Optional<DeviceTickets> lately(String channel, String device, Instant since) {
        return jdbc.sql("""
                        with opened as (
                          select f.id, f.ticket_number, t.status, t.priority
                          from device_fault f join ticket t on t.number = f.ticket_number
                          where f.device = ? and f.opened_at > ? and not f.joined)
                        select ticket_number, priority, (select count(*) from opened) as opened,
                          (select count(*) from device_fault j where j.device = ? and j.joined
                             and j.ticket_number = opened.ticket_number) as joined
                        from opened where status not in (%s) order by id desc limit 1
                        """.formatted(ENDED))
                .params(device(channel, device), utc(since), device(channel, device))
                .query((row, n) -> new DeviceTickets(
                        row.getInt("opened"),
                        row.getString("ticket_number"),
                        KeyedEnum.known(Priority.class, row.getString("priority")),
                        row.getInt("joined")))
                .optional();
    }

    @Override
    public boolean takes(String channel, String device, int most, Instant since) {
        return jdbc.sql("""
                        select exists (select from device_fault where device = ?)
                          or (select count(*) from device_fault where channel = ? and new_device and opened_at > ?) < ?
                        """)
                .params(device(channel, device), channel, utc(since), most)
                .query(Boolean.class)
                .single();
    }

    /** Older episodes of the fault have served, but for those that the device's limit still counts. */
    @Override
    public void open(String channel, FaultReport report, FaultDecision decision, @Nullable String ticket, Instant now) {
        jdbc.sql("delete from device_fault where fault = ? and opened_at < ?")
                .params(fault(channel, report), utc(now.minus(report.limits().window())))
                .update();
        jdbc.sql("""
                insert into device_fault
                  (device, fault, ticket_number, joined, state, said_at, opened_at, changed_at, told_at, reports, changes,
                  channel, new_device)
                values (:device, :fault, :ticket, :joined, :state, :said, :now, :now, :now, :reports, 0,
                  :channel, not exists (select from device_fault where device = :device))
                """)
                .param("device", device(channel, report.device()))
                .param("fault", fault(channel, report))
                .param("channel", channel)
                .param("ticket", ticket, Types.VARCHAR)
                .param("joined", decision.kind() == Kind.JOINED)
                .param("state", decision.state().key())
                .param("said", utc(decision.saidAt()))
                .param("now", utc(now))
                .param("reports", ticket == null ? 0 : 1)
                .update();
    }

    @Override
    public void count(FaultEpisode episode, FaultDecision decision, boolean told, Instant now) {
        jdbc.sql("""
                update device_fault set state = ?, said_at = ?, reports = reports + ?, changes = changes + ?,
                  changed_at = case when ? then ? else changed_at end, told_at = case when ? then ? else told_at end
                where id = ?
                """)
                .params(decision.state().key(), utc(decision.saidAt()))
                .params(decision.state() == FaultState.RAISED ? 1 : 0, decision.isChange() ? 1 : 0)
                .params(decision.isChange(), utc(now), told, utc(now), episode.id())
                .update();
    }

    @Override
    public void cleared(FaultEpisode episode, Instant saidAt) {
        jdbc.sql("update device_fault set cleared_at = greatest(cleared_at, ?) where id = ?")
                .params(utc(saidAt), episode.id())
                .update();
    }

    @Override
    public void told(FaultEpisode episode, Instant now) {
        jdbc.sql("update device_fault set told_at = ? where id = ?")
                .params(utc(now), episode.id())
                .update();
    }

    private String device(String channel, String device) {
        return mark.apply(channel + '\n' + device);
    }

    private String fault(String channel, FaultReport report) {
        return mark.apply(channel + '\n' + report.device() + '\n' + report.fault());
    }
}

package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.array;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.history.RedactionRecord;
import io.redress.ledger.history.RedactionRecords;
import io.redress.lifecycle.TicketStatus;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What histories of closed tickets say of persons. Each history notes that words were taken out of it. */
final class EventRetention implements RetentionTask {

    private static final String ROWS = "event join ticket t on t.number = event.ticket_number where t.status = "
            + literals(TicketStatus.CLOSED) + " and t.closed_at < :than and " + EventRedaction.TELLING
            + RowRetention.NOT_HELD.formatted("event");

    private final JdbcClient jdbc;
    private final RowRetention rows;
    private final RedactionRecords records;
    private final Clock clock;

    private record Old(String ticket, int position) {}

    EventRetention(JdbcClient jdbc, RedactionRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new RowRetention(jdbc, RetentionKind.HISTORY, ROWS, "event.position", "event.at", List.of());
        this.records = records;
        this.clock = clock;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.HISTORY;
    }

    @Override
    public Aged older(Instant than) {
        return rows.older(than);
    }

    @Override
    public int remove(Instant than, int most) {
        List<Old> old = jdbc.sql("select event.ticket_number, event.position from " + ROWS
                        + " order by event.at, event.id limit :most for no key update of t")
                .param("than", utc(than))
                .param("most", most)
                .query((row, n) -> new Old(row.getString("ticket_number"), row.getInt("position")))
                .list();
        jdbc.sql(EventRedaction.BLANK + " where (ticket_number, position) in (select * from unnest(?, ?))")
                .param(array(old, Old::ticket))
                .param(old.stream().map(Old::position).toArray(Integer[]::new))
                .update();
        old.stream()
                .map(Old::ticket)
                .distinct()
                .sorted()
                .forEach(ticket -> records.forgotten(
                        ticket,
                        clock.instant(),
                        "hub",
                        "older than config/retention.yaml keeps it",
                        RedactionRecord.RETENTION));
        return old.size();
    }
}

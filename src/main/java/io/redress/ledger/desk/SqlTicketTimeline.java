package io.redress.ledger.desk;

import io.redress.desk.TicketTimeline;
import io.redress.desk.TimelineEntry;
import io.redress.ledger.RecordRows;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time lines from table {@code event}. */
public final class SqlTicketTimeline implements TicketTimeline {

    private static final RowMapper<TimelineEntry> ROWS = RecordRows.of(TimelineEntry.class);

    private final JdbcClient jdbc;

    public SqlTicketTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> of(String number) {
        return jdbc.sql("""
                        select position, at, who, what, why, told, item_id as item from event
                        where ticket_number = ? order by position
                        """).param(number).query(ROWS).list();
    }

    @Override
    public boolean lock(String number) {
        return jdbc.sql("select number from ticket where number = ? for update")
                .param(number)
                .query(String.class)
                .optional()
                .isPresent();
    }
}

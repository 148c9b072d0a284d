package io.redress.ledger.figures;

import static io.redress.ledger.Stored.instant;
import static io.redress.ledger.Stored.utc;

import io.redress.figures.Grouping;
import io.redress.figures.Period;
import io.redress.figures.RiseAlarm;
import io.redress.figures.Rises;
import io.redress.figures.SeriesCounts;
import io.redress.figures.SeriesKey;
import io.redress.ticket.Keyed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints by week, and the table {@code rise_alarm}. */
public final class SqlRises implements Rises {

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;

    public SqlRises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SeriesCounts> counts(Instant end, int weeks) {
        Instant start = end.minus(WEEK.multipliedBy(weeks + 1L));
        boolean known = jdbc.sql("select exists (select 1 from ticket where received_at <= ?)")
                .param(utc(start))
                .query(Boolean.class)
                .single();
        if (!known) {
            return List.of();
        }
        Map<SeriesKey, Long[]> series = new LinkedHashMap<>();
        jdbc.sql("""
                select kind, name, week, count(*) as count
                from (select category, product,
                             floor(extract(epoch from cast(:end as timestamptz) - received_at) / 604800)::int as week
                      from ticket where received_at > :start and received_at <= :end) as recent,
                     lateral (values ('category', category), ('product', product)) as series (kind, name)
                where name is not null and week <= :weeks
                group by kind, name, week order by kind, name
                """)
                .param("end", utc(end))
                .param("start", utc(start))
                .param("weeks", weeks)
                .query(row -> {
                    var key = new SeriesKey(grouping(row), row.getString("name"));
                    series.computeIfAbsent(key, one -> zeros(weeks + 1))[row.getInt("week")] = row.getLong("count");
                });
        return series.entrySet().stream()
                .map(one -> new SeriesCounts(
                        one.getKey(), Arrays.asList(one.getValue()).subList(1, weeks + 1), one.getValue()[0]))
                .toList();
    }

    @Override
    public List<RiseAlarm> open() {
        return jdbc.sql("select * from rise_alarm where ended_at is null order by began_at, id")
                .query(SqlRises::alarm)
                .list();
    }

    @Override
    public List<RiseAlarm> during(Period period) {
        return jdbc.sql("""
                        select * from rise_alarm where began_at < ? and (ended_at is null or ended_at >= ?)
                        order by began_at, id
                        """)
                .params(utc(period.to()), utc(period.from()))
                .query(SqlRises::alarm)
                .list();
    }

    @Override
    public void begin(RiseAlarm alarm) {
        SeriesKey key = alarm.key();
        jdbc.sql("insert into rise_alarm (id, kind, name, began_at, count, expected) values (?, ?, ?, ?, ?, ?)")
                .params(alarm.id(), key.kind().key(), key.name(), utc(alarm.began()), alarm.count(), alarm.expected())
                .update();
    }

    @Override
    public void end(RiseAlarm alarm, Instant at) {
        jdbc.sql("update rise_alarm set ended_at = ? where id = ?")
                .params(utc(at), alarm.id())
                .update();
    }

    private static RiseAlarm alarm(ResultSet row, int n) throws SQLException {
        return new RiseAlarm(
                row.getObject("id", UUID.class),
                new SeriesKey(grouping(row), row.getString("name")),
                instant(row, "began_at"),
                row.getLong("count"),
                row.getDouble("expected"));
    }

    private static Grouping grouping(ResultSet row) throws SQLException {
        return Keyed.known(Grouping.class, row.getString("kind"));
    }

    private static Long[] zeros(int length) {
        var zeros = new Long[length];
        Arrays.fill(zeros, 0L);
        return zeros;
    }
}

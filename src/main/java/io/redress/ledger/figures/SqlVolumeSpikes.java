package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.figures.rise.SeriesCounts;
import io.redress.figures.rise.SeriesKey;
import io.redress.figures.rise.VolumeSpikeAlert;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.ticket.KeyedEnum;
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
public final class SqlVolumeSpikes implements VolumeSpikes {

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;

    public SqlVolumeSpikes(JdbcClient jdbc) {
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
    public List<VolumeSpikeAlert> open() {
        return jdbc.sql("select * from rise_alarm where ended_at is null order by began_at, id")
                .query(SqlVolumeSpikes::alert)
                .list();
    }

    @Override
    public List<VolumeSpikeAlert> during(TimePeriod period) {
        return jdbc.sql("""
                        select * from rise_alarm where began_at < ? and (ended_at is null or ended_at >= ?)
                        order by began_at, id
                        """)
                .params(utc(period.to()), utc(period.from()))
                .query(SqlVolumeSpikes::alert)
                .list();
    }

    @Override
    public void begin(VolumeSpikeAlert alert) {
        SeriesKey key = alert.key();
        jdbc.sql("insert into rise_alarm (id, kind, name, began_at, count, expected) values (?, ?, ?, ?, ?, ?)")
                .params(alert.id(), key.kind().key(), key.name(), utc(alert.began()), alert.count(), alert.expected())
                .update();
    }

    @Override
    public void end(VolumeSpikeAlert alert, Instant at) {
        jdbc.sql("update rise_alarm set ended_at = ? where id = ?")
                .params(utc(at), alert.id())
                .update();
    }

    private static VolumeSpikeAlert alert(ResultSet row, int n) throws SQLException {
        return new VolumeSpikeAlert(
                row.getObject("id", UUID.class),
                new SeriesKey(grouping(row), row.getString("name")),
                instant(row, "began_at"),
                row.getLong("count"),
                row.getDouble("expected"));
    }

    private static FigureGrouping grouping(ResultSet row) throws SQLException {
        return KeyedEnum.known(FigureGrouping.class, row.getString("kind"));
    }

    private static Long[] zeros(int length) {
        var zeros = new Long[length];
        Arrays.fill(zeros, 0L);
        return zeros;
    }
}

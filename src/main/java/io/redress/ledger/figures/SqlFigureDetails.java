package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.figures.FactStatistics;
import io.redress.figures.FigureFact;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.figures.detail.Arrivals;
import io.redress.figures.detail.CrossTally;
import io.redress.figures.detail.CrossTally.Key;
import io.redress.figures.detail.FigureDetails;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts by two things, and arrivals by hour. */
public final class SqlFigureDetails implements FigureDetails {

    /** Groups get their place, and those behind the last place have no key; totals come from the same rows. */
    private static final String CROSS = """
            with counted as materialized (
                   select %s as r, %s as c, value
                   from (%s) as fact join ticket as t on t.number = fact.ticket_number
                   where fact.at >= :from and fact.at < :to),
                 rows as (select r, row_number() over (order by %s) as place from counted group by r),
                 columns as (select c, row_number() over (order by %s) as place from counted group by c),
                 kept as (select case when rows.place <= :rows then rows.place end as r,
                                 case when columns.place <= :columns then columns.place end as c, value
                          from counted join rows on rows.r = counted.r join columns on columns.c = counted.c)
            select grouping(kept.r) = 1 as all_rows, grouping(kept.c) = 1 as all_columns, kept.r as row_place,
                   kept.c as column_place, (select rows.r from rows where place = kept.r) as row_key,
                   (select columns.c from columns where place = kept.c) as column_key,
                   (select count(*) from rows) as rows, (select count(*) from columns) as columns,
            """ + SqlFigureFacts.STATISTICS + """
            from kept group by grouping sets ((kept.r, kept.c), (kept.r), (kept.c), ())
            """;

    private static final String ARRIVALS = """
            select extract(isodow from received_at at time zone :zone)::int as day,
                   extract(hour from received_at at time zone :zone)::int as hour, count(*) as count
            from ticket where received_at >= :from and received_at < :to
            group by 1, 2
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's, by which weeks and hours are told apart */
    public SqlFigureDetails(JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public CrossTally cross(
            TimePeriod period,
            FigureFact fact,
            FigureGrouping by,
            FigureGrouping across,
            int mostRows,
            int mostColumns) {
        String query = CROSS.formatted(
                GroupKeys.of(by), GroupKeys.of(across), FactQueries.of(fact), order(by, "r"), order(across, "c"));
        Map<Integer, String> rows = new TreeMap<>();
        Map<Integer, String> columns = new TreeMap<>();
        Map<Key, FactStatistics> cells = new HashMap<>();
        int[] found = new int[2];
        SqlFigureFacts.period(jdbc.sql(query), period, clock.instant(), zone)
                .param("rows", mostRows)
                .param("columns", mostColumns)
                .query(row -> {
                    found[0] = row.getInt("rows");
                    found[1] = row.getInt("columns");
                    String rowKey = row.getString("row_key");
                    String columnKey = row.getString("column_key");
                    put(rows, row.getInt("row_place"), rowKey);
                    put(columns, row.getInt("column_place"), columnKey);
                    cells.put(
                            new Key(
                                    place(row.getBoolean("all_rows"), rowKey),
                                    place(row.getBoolean("all_columns"), columnKey)),
                            SqlFigureFacts.statistics(row));
                });
        return new CrossTally(
                sorted(rows, by),
                sorted(columns, across),
                Math.max(0, found[0] - rows.size()),
                Math.max(0, found[1] - columns.size()),
                cells);
    }

    private static void put(Map<Integer, String> keys, int place, @Nullable String key) {
        if (key != null) {
            keys.put(place, key);
        }
    }

    private static String place(boolean all, @Nullable String key) {
        return all ? Key.ALL : key == null ? Key.OTHER : Key.of(key);
    }

    private static String order(FigureGrouping by, String column) {
        return by.isTime() ? column + " desc" : "count(*) desc, " + column;
    }

    private static List<String> sorted(Map<Integer, String> keys, FigureGrouping by) {
        return by.isTime() ? keys.values().stream().sorted().toList() : List.copyOf(keys.values());
    }

    @Override
    public Arrivals arrivals(TimePeriod period) {
        var arrivals = new Arrivals(period, zone);
        Instant now = clock.instant();
        jdbc.sql(ARRIVALS)
                .param("zone", zone.getId())
                .param("from", utc(period.from()))
                .param("to", utc(period.to().isAfter(now) ? now.plusMillis(1) : period.to()))
                .query(row -> {
                    arrivals.add(DayOfWeek.of(row.getInt("day")), row.getInt("hour"), row.getLong("count"));
                });
        return arrivals;
    }
}

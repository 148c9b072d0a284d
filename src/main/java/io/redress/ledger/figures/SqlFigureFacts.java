package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.figures.FactStatistics;
import io.redress.figures.FigureFact;
import io.redress.figures.FigureFacts;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tallies facts in the database. */
public final class SqlFigureFacts implements FigureFacts {

    private static final String TALLY = """
            select %s as key, count(*) as count, avg(value) as mean,
                   percentile_cont(0.5) within group (order by value) as median,
                   percentile_cont(0.9) within group (order by value) as p90
            from (%s) as fact join ticket as t on t.number = fact.ticket_number
            where fact.at >= :from and fact.at < :to
            group by 1
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's, by which weeks are told apart */
    public SqlFigureFacts(JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Map<String, Map<FigureFact, FactStatistics>> tallies(TimePeriod period, @Nullable FigureGrouping by) {
        Map<String, Map<FigureFact, FactStatistics>> tallies = new HashMap<>();
        Instant now = clock.instant();
        Instant end = period.to().isAfter(now) ? now.plusMillis(1) : period.to();
        for (FigureFact fact : FigureFact.values()) {
            jdbc.sql(TALLY.formatted(key(by), FactQueries.of(fact)))
                    .param("from", utc(period.from()))
                    .param("to", utc(end))
                    .param("now", utc(now))
                    .param("zone", zone.getId())
                    .query(row -> {
                        var factStatistics = new FactStatistics(
                                row.getLong("count"),
                                row.getDouble("mean"),
                                row.getDouble("median"),
                                row.getDouble("p90"));
                        tallies.computeIfAbsent(row.getString("key"), key -> new EnumMap<>(FigureFact.class))
                                .put(fact, factStatistics);
                    });
        }
        return tallies;
    }

    private static String key(@Nullable FigureGrouping by) {
        if (by == null) {
            return "cast('' as text)";
        }
        return switch (by) {
            case CATEGORY -> "t.category";
            case CHANNEL -> "t.channel";
            case PRODUCT -> "coalesce(t.product, '')";
            case STORE -> "coalesce(t.store, '')";
            case WEEK -> "to_char(fact.at at time zone :zone, 'IYYY-\"W\"IW')";
        };
    }
}

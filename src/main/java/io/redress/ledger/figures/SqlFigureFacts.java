package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.figures.FactStatistics;
import io.redress.figures.FigureFact;
import io.redress.figures.FigureFacts;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tallies facts in the database. */
public final class SqlFigureFacts implements FigureFacts {

    /** Of the column {@code value}. */
    static final String STATISTICS = """
            count(*) as count, avg(value) as mean,
            percentile_cont(0.5) within group (order by value) as median,
            percentile_cont(0.9) within group (order by value) as p90
            """;

    private static final String TALLY = "select %s as key, " + STATISTICS + """
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
    public Map<String, Map<FigureFact, FactStatistics>> tallies(
            TimePeriod period, @Nullable FigureGrouping by, Set<FigureFact> which) {
        Map<String, Map<FigureFact, FactStatistics>> tallies = new HashMap<>();
        Instant now = clock.instant();
        for (FigureFact fact : which) {
            period(jdbc.sql(TALLY.formatted(GroupKeys.of(by), FactQueries.of(fact))), period, now, zone)
                    .query(row -> {
                        tallies.computeIfAbsent(row.getString("key"), key -> new EnumMap<>(FigureFact.class))
                                .put(fact, statistics(row));
                    });
        }
        return tallies;
    }

    /** A query of facts with the parameters that they need: nothing counts that is to come. */
    static JdbcClient.StatementSpec period(
            JdbcClient.StatementSpec query, TimePeriod period, Instant now, ZoneId zone) {
        Instant end = period.to().isAfter(now) ? now.plusMillis(1) : period.to();
        return query.param("from", utc(period.from()))
                .param("to", utc(end))
                .param("now", utc(now))
                .param("zone", zone.getId());
    }

    static FactStatistics statistics(ResultSet row) throws SQLException {
        return new FactStatistics(
                row.getLong("count"), row.getDouble("mean"), row.getDouble("median"), row.getDouble("p90"));
    }
}

package io.redress.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.figures.FactStatistics;
import io.redress.figures.FigureFact;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class StoreMigrationTest extends FigureHub {

    @Test
    void tickets_from_before_stores_were_counted_stay_and_are_counted_without_one() {
        DataSource older = new DriverManagerDataSource(TestServer.emptyDatabase());
        Flyway.configure().dataSource(older).target("6").load().migrate();
        JdbcClient ledger = JdbcClient.create(older);
        ticket(ledger, "R-1", MONDAY.minusSeconds(3), "quality", "web", "Fridge X", null);
        ticket(ledger, "R-2", MONDAY.minusSeconds(2), "quality", "web", null, null);
        // a newer node may write before this one is updated
        ticket(ledger, "R-3", MONDAY.minusSeconds(1), "quality", "web", "Fridge X", "南京东路店");

        Flyway.configure().dataSource(older).load().migrate();

        ticket(ledger, "R-4", MONDAY, "quality", "web", null, " 南京东路店\u3000");
        assertThat(received(ledger, FigureGrouping.STORE)).isEqualTo(Map.of("", 2L, "南京东路店", 2L));
        assertThat(received(ledger, FigureGrouping.PRODUCT)).isEqualTo(Map.of("", 2L, "fridge x", 2L));
    }

    private Map<String, Long> received(JdbcClient ledger, FigureGrouping by) {
        TimePeriod period = new TimePeriod(MONDAY.minus(Duration.ofDays(1)), MONDAY.plusSeconds(1));
        Map<String, Long> received = new HashMap<>();
        new SqlFigureFacts(ledger, SHOP, clock)
                .tallies(period, by, Set.of(FigureFact.RECEIVED))
                .forEach((key, facts) -> received.put(
                        key,
                        facts.getOrDefault(FigureFact.RECEIVED, new FactStatistics(0, 0, 0, 0))
                                .count()));
        return received;
    }
}

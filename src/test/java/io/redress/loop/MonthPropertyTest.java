package io.redress.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.spring.JqwikSpringSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Random months of the whole loop: calendars, updates that overtake one another, pauses, outages, orders that are lost or
 * come twice, callers and customers who answer as they like. Whatever happens, the rules below hold.
 */
@JqwikSpringSupport
@DirtiesContext
@SpringBootTest(
        classes = {Redress.class, MonthHub.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.due.period=3600000"})
class MonthPropertyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    MonthHub hub;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        Path folder = MonthHub.folder();
        copy(Path.of("config"), folder.resolve("config"));
        properties.add("redress.data-dir", () -> folder.resolve("data").toString());
        properties.add("redress.config-dir", () -> folder.resolve("config").toString());
    }

    /**
     * A month.
     *
     * @param opens, closes hours of the morning and of the afternoon shift, in minutes of the day
     * @param closedDays how many of the next days are holidays, from the third on
     * @param deeds what happens, at minutes of the month
     * @param outages when nothing due is done: minute and length
     */
    record Month(int opens, int lunch, int closes, int closedDays, List<Deed> deeds, List<Outage> outages, long dice) {}

    record Deed(int ticket, int minute, String kind, int minutesLate, boolean twice) {}

    record Outage(int minute, int minutes) {}

    @Provide
    Arbitrary<Month> months() {
        Arbitrary<Deed> deeds = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 30 * 1440),
                        Arbitraries.of(
                                "accepted",
                                "in-progress",
                                "answered",
                                "awaiting-customer",
                                "solved",
                                "solved",
                                "reclassified",
                                "reopened",
                                "note"),
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.of(true, false))
                .as(Deed::new);
        Arbitrary<Outage> outages = Combinators.combine(
                        Arbitraries.integers().between(0, 30 * 1440),
                        Arbitraries.integers().between(10, 2_000))
                .as(Outage::new);
        return Combinators.combine(
                        Arbitraries.integers().between(7 * 4, 9 * 4).map(quarter -> quarter * 15),
                        Arbitraries.integers().between(11 * 4, 12 * 4).map(quarter -> quarter * 15),
                        Arbitraries.integers().between(15 * 4, 20 * 4).map(quarter -> quarter * 15),
                        Arbitraries.integers().between(0, 5),
                        deeds.list().ofMinSize(20).ofMaxSize(50),
                        outages.list().ofMaxSize(3),
                        Arbitraries.longs())
                .as(Month::new);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void whatever_happens_in_a_month_every_rule_of_the_loop_holds(@ForAll("months") Month month) throws Exception {
        List<String> tickets = hub.live(month);

        assertThat(hub.told())
                .as("warnings, breaches and escalations, each once")
                .doesNotHaveDuplicates();
        assertThat(hub.called()).as("calls, each given out once").doesNotHaveDuplicates();
        for (Instant call : hub.callTimes()) {
            var local = call.atZone(SHANGHAI).toLocalTime();
            assertThat(local.getHour()).as("call at " + local).isBetween(9, 19);
            assertThat(hub.isOpen(call)).as("the desk calls at " + call).isTrue();
        }
        for (Instant due : hub.businessDeadlines(tickets)) {
            assertThat(hub.isOpen(due) || hub.isOpen(due.minusMillis(1)))
                    .as("deadline in business time at " + due)
                    .isTrue();
        }
        assertThat(hub.surveyGaps())
                .as("days between two surveys to one person")
                .allMatch(gap -> gap >= 30);
        assertThat(jdbc.sql("""
                        select number || ' ' || status from ticket where number in (:numbers) and status in
                          ('solved', 'callback', 'surveyed')
                        """).param("numbers", tickets).query(String.class).list())
                .as("solved tickets that came to no end")
                .isEmpty();
        assertThat(jdbc.sql("select kind || ' ' || coalesce(note, '') from due_work where state = 'failed'")
                        .query(String.class)
                        .list())
                .as("steps that were given up")
                .isEmpty();
    }

    static void copy(Path from, Path to) {
        try {
            FileSystemUtils.copyRecursively(from, to);
            Files.createDirectories(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void soon(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }
}

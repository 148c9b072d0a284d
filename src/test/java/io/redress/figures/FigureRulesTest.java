package io.redress.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureRulesTest {

    @TempDir
    Path config;

    @Test
    void the_shipped_targets_are_those_of_the_shops() {
        FigureRules shipped = FigureRules.read(Path.of("config"));
        assertThat(shipped.targets())
                .containsEntry(Figure.CSAT, 4.8)
                .containsEntry(Figure.SATISFIED, 0.95)
                .containsEntry(Figure.IN_TIME, 0.9)
                .containsEntry(Figure.FIRST_CONTACT, 0.8)
                .containsEntry(Figure.ANSWERED_24H, 0.85);
        assertThat(shipped.weekly()).isEqualTo(new WeeklyPlan(DayOfWeek.MONDAY, LocalTime.of(8, 0), "manager"));
        assertThat(shipped.rise()).isEqualTo(new VolumeSpikeSchedule(LocalTime.of(7, 30), "manager", 8, 5, 4));
    }

    @Test
    void every_kind_of_target_is_read_in_its_unit() throws IOException {
        FigureRules rules =
                read("targets: {reopened: 5.5 %, nps: 30, first-response-median: 5min, resolution-p90: 5 days}");
        assertThat(rules.targets())
                .containsEntry(Figure.REOPENED, 0.055)
                .containsEntry(Figure.NPS, 30.0)
                .containsEntry(Figure.FIRST_RESPONSE_MEDIAN, 300.0)
                .containsEntry(Figure.RESOLUTION_P90, 432_000.0);
        assertThat(rules.weekly()).isNull();
        assertThat(rules.rise()).isNull();
    }

    @Test
    void less_is_better_for_times_and_reopenings_and_more_for_all_others() {
        assertThat(Figure.REOPENED.meets(0.04, 0.05)).isTrue();
        assertThat(Figure.RESOLUTION_P90.meets(200, 100)).isFalse();
        assertThat(Figure.CSAT.meets(4.8, 4.8)).isTrue();
        assertThat(Figure.CSAT.meets(4.79, 4.8)).isFalse();
    }

    @Test
    void the_schema_knows_each_figure_that_can_have_a_target() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("config/schema/figures.schema.json").toFile());
        assertThat(schema.at("/properties/targets/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Figure.values())
                        .filter(figure -> figure.better() != Figure.Better.NEITHER)
                        .map(Figure::key)
                        .toList());
    }

    @Test
    void every_mistake_is_named_with_line_and_remedy() throws IOException {
        List<String> findings = findings(
                "targets:",
                "  in-tme: 90 %",
                "  received: 5",
                "  csat: 6",
                "  nps: many",
                "  satisfied: 101 %",
                "  resolution-p90: soon",
                "weekly: {day: moonday, at: 8, to: boss}",
                "rise:",
                "  at: 25:00",
                "  to: manager",
                "  history-weeks: 3",
                "  least-count: 0",
                "  false-alarms-per-year: -1");
        assertThat(findings).hasSize(13);
        assertThat(findings)
                .anySatisfy(one -> assertThat(one).contains("figures.yaml:2: ", "in-tme", "did you mean 'in-time'?"))
                .anySatisfy(one -> assertThat(one).contains("figures.yaml:4: ", "'6' of csat", "4.8"))
                .anySatisfy(one -> assertThat(one).contains("figures.yaml:8: ", "moonday", "monday"))
                .anySatisfy(one -> assertThat(one).contains("figures.yaml:8: ", "no role 'boss'", "manager"))
                .anySatisfy(one -> assertThat(one).contains("figures.yaml:10: ", "25:00"))
                .anySatisfy(one -> assertThat(one).contains("figures.yaml:12: ", "history-weeks 3"));
    }

    @Test
    void the_report_of_a_week_is_due_at_the_first_such_time_after_it_by_the_wall_clock() {
        ZoneId newYork = ZoneId.of("America/New_York");
        var plan = new WeeklyPlan(DayOfWeek.MONDAY, LocalTime.of(8, 0), "manager");
        Week week = plan.next(Instant.parse("2026-03-04T00:00:00Z"), newYork);
        assertThat(week.key()).isEqualTo("2026-W10");
        assertThat(plan.due(week, newYork)).isEqualTo("2026-03-09T12:00:00Z"); // after the clocks went forward
        assertThat(plan.next(plan.due(week, newYork), newYork).key()).isEqualTo("2026-W11");
        assertThat(Week.of(Instant.parse("2027-01-02T00:00:00Z"), newYork).key())
                .isEqualTo("2026-W53");
    }

    private FigureRules read(String... lines) throws IOException {
        Files.write(config.resolve("figures.yaml"), List.of(lines));
        Files.writeString(config.resolve("service-levels.yaml"), "roles: {manager: {}}");
        return FigureRules.read(config);
    }

    private List<String> findings(String... lines) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> read(lines)).findings().stream()
                .map(Finding::toString)
                .toList();
    }
}

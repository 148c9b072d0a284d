package io.redress.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.due.DueOrder;
import io.redress.due.QueueMessage;
import io.redress.figures.FigureRules;
import io.redress.figures.WeeklyPlan;
import io.redress.figures.rise.VolumeSpikeAlert;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FigureStepsTest extends FigureHub {

    private static final Duration DAY = Duration.ofDays(1);

    private int numbers;

    @Test
    void the_week_is_reported_once_on_the_day_and_at_the_time_that_are_set() {
        schedule.planAhead();
        clock.pass(Duration.ofMinutes(59));
        work();
        assertThat(mailed("weekly-report")).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        work();
        assertThat(mailed("weekly-report")).singleElement().asString().contains("2026-W47");
        schedule.planAhead(); // a restart
        clock.pass(DAY.multipliedBy(6));
        work();
        assertThat(mailed("weekly-report")).hasSize(1);
        clock.pass(DAY);
        work();
        assertThat(mailed("weekly-report")).hasSize(2).last().asString().contains("2026-W48");
    }

    @Test
    void after_an_outage_of_weeks_there_is_one_report_about_the_last_week() {
        schedule.planAhead();
        clock.pass(DAY.multipliedBy(23));
        schedule.planAhead(); // the start after it
        work();
        work();
        assertThat(mailed("weekly-report")).singleElement().asString().contains("2026-W50");
        clock.pass(DAY.multipliedBy(6));
        work();
        assertThat(mailed("weekly-report")).hasSize(2).last().asString().contains("2026-W51");
    }

    @Test
    void a_report_that_is_given_up_ends_no_series_once_the_calendar_is_looked_at_again() {
        schedule.planAhead();
        clock.pass(DAY);
        jdbc.sql("update due_work set state = 'failed' where kind = 'weekly-report'")
                .update();
        schedule.planAhead(); // route plan-ahead
        clock.pass(DAY.multipliedBy(7));
        work();
        assertThat(mailed("weekly-report")).singleElement().asString().contains("2026-W48");
    }

    @Test
    void two_nodes_report_a_week_once() throws Exception {
        schedule.planAhead();
        clock.pass(DAY);
        DueOrder order = due.claimSteps(10).stream()
                .filter(one -> one.kind().equals("weekly-report"))
                .findFirst()
                .orElseThrow();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        Callable<List<QueueMessage>> node = () -> {
            schedule.planAhead();
            return handler.perform(order);
        };
        for (Future<List<QueueMessage>> end : nodes.invokeAll(Collections.nCopies(4, node))) {
            end.get();
        }
        nodes.shutdown();
        assertThat(mailed("weekly-report")).hasSize(1);
    }

    @Test
    void another_day_for_the_report_loses_no_week_and_repeats_none() {
        schedule.planAhead();
        set(DayOfWeek.WEDNESDAY);
        clock.pass(DAY);
        work();
        assertThat(mailed("weekly-report")).isEmpty();
        clock.pass(DAY.plusHours(2));
        work();
        assertThat(mailed("weekly-report")).singleElement().asString().contains("2026-W47");
        set(DayOfWeek.FRIDAY);
        clock.pass(DAY.multipliedBy(5)); // the next Monday
        work();
        assertThat(mailed("weekly-report")).hasSize(1);
        clock.pass(DAY.multipliedBy(4));
        work();
        assertThat(mailed("weekly-report")).hasSize(2).last().asString().contains("2026-W48");
    }

    @Test
    void without_the_section_there_is_no_report_and_with_it_again_there_is() {
        schedule.planAhead();
        WeeklyPlan before = rules.weekly();
        rules = new FigureRules(rules.targets(), null, null);
        clock.pass(DAY.multipliedBy(8));
        work();
        assertThat(jdbc.sql("select count(*) from due_work where kind = 'staff-mail'")
                        .query(Integer.class)
                        .single())
                .isZero();
        rules = new FigureRules(rules.targets(), before, null);
        schedule.planAhead();
        clock.pass(DAY.multipliedBy(7));
        work();
        assertThat(mailed("weekly-report")).hasSize(1);
    }

    @Test
    void a_rise_is_told_at_once_and_once_and_again_only_after_it_was_over() {
        usual("Fridge X", 5, 9);
        usual("Tiles", 5, 9);
        schedule.planAhead();
        clock.pass(DAY);
        assertThat(work()).isEmpty();
        complaints("Fridge X", 40, clock.instant());
        clock.pass(DAY);
        JsonNode told = told();
        assertThat(told.path("type").asText()).isEqualTo("rise");
        assertThat(told.path("kind").asText()).isEqualTo("product");
        assertThat(told.path("name").asText()).isEqualTo("fridge x");
        assertThat(told.path("count").asInt()).isGreaterThanOrEqualTo(40);
        assertThat(told.path("id").asText()).startsWith("rise/");
        assertThat(mailed("rise")).hasSize(1).first().asString().contains("manager@example.com", "fridge x");
        clock.pass(DAY);
        assertThat(work()).isEmpty();
        assertThat(spikes.open()).hasSize(1);
        clock.pass(DAY.multipliedBy(8));
        assertThat(work()).isEmpty();
        assertThat(spikes.open()).isEmpty();
        complaints("Fridge X", 200, clock.instant());
        clock.pass(DAY);
        assertThat(told().path("name").asText()).isEqualTo("fridge x");
        assertThat(mailed("rise")).hasSize(2);
    }

    @Test
    void a_rise_is_named_in_the_report_of_its_week() {
        usual("Fridge X", 5, 9);
        schedule.planAhead();
        clock.pass(Duration.ofHours(2));
        work();
        complaints("Fridge X", 40, clock.instant());
        for (int day = 0; day < 7; day++) {
            clock.pass(DAY);
            work();
        }
        assertThat(mailed("weekly-report").get(1)).contains("\"rises\":[{", "fridge x");
    }

    @Test
    void the_report_names_the_stores_with_the_most_complaints() {
        Instant lastWeek = clock.instant().minus(DAY.multipliedBy(3));
        ticket(jdbc, "R-1", lastWeek, "quality", "web", null, "Harbour St.");
        ticket(jdbc, "R-2", lastWeek, "quality", "web", null, "Market Sq.");
        ticket(jdbc, "R-3", lastWeek, "quality", "web", null, "HARBOUR ST.");
        ticket(jdbc, "R-4", lastWeek, "quality", "web", null, null);
        schedule.planAhead();
        clock.pass(DAY);
        work();
        String mail = mailed("weekly-report").get(0);
        assertThat(mail.substring(mail.indexOf("\"stores\":")))
                .contains("\"stores\":[{", "harbour st.")
                .containsSubsequence("harbour st.", "market sq.");
    }

    @Test
    void a_hub_that_is_younger_than_the_history_tells_no_rise() {
        usual("Fridge X", 5, 7);
        complaints("Fridge X", 100, clock.instant().minus(DAY));
        schedule.planAhead();
        clock.pass(DAY);
        assertThat(work()).isEmpty();
        assertThat(spikes.open()).isEmpty();
    }

    @Test
    void a_step_that_is_given_up_leaves_its_error_and_no_history_of_a_ticket() {
        schedule.planAhead();
        clock.pass(DAY);
        DueOrder order = due.claimSteps(1).get(0);
        var last = new DueOrder(order.id(), order.kind(), order.ticketNumber(), order.argument(), order.token(), 15);
        assertThat(handler.failed(last, new IllegalStateException("broken"))).isEmpty();
        assertThat(jdbc.sql("select state from due_work where id = ?::uuid")
                        .param(order.id())
                        .query(String.class)
                        .single())
                .isEqualTo("failed");
    }

    private JsonNode told() {
        List<QueueMessage> sent = new ArrayList<>(work());
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).queue()).isEqualTo("escalations");
        assertThat(spikes.open()).extracting(VolumeSpikeAlert::count).isNotEmpty();
        return sent.get(0).body();
    }

    private void set(DayOfWeek day) {
        rules = new FigureRules(rules.targets(), new WeeklyPlan(day, LocalTime.of(8, 0), "manager"), null);
        schedule.planAhead();
    }

    /** So many complaints in each of the last weeks; each in a category of its own, so that only the product rises. */
    private void usual(String product, int each, int weeks) {
        for (int week = 0; week <= weeks; week++) {
            complaints(
                    product,
                    each,
                    clock.instant().minus(DAY.multipliedBy(7L * week)).minus(DAY.multipliedBy(2)));
        }
    }

    private void complaints(String product, int count, Instant at) {
        for (int i = 0; i < count; i++) {
            numbers++;
            ticket("R-" + numbers, at.minusSeconds(i), "category " + numbers, "web", product);
        }
    }
}

package io.redress.servicelevel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.servicelevel.SlaClock.Clock;
import io.redress.servicelevel.SlaClock.Step;
import io.redress.ticket.Priority;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clocks of the shipped service levels: Monday to Friday, 09:00 to 18:30, in Shanghai. */
class SlaClockTest {

    private static final ServiceLevels SHIPPED = ServiceLevels.read(Path.of("config"));
    private static final Instant TUESDAY = at("2026-03-10T15:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static ClockPause pause(String from, @Nullable String until) {
        return new ClockPause(at(from), until == null ? null : at(until), "awaiting customer");
    }

    private static SlaClock resolution(String policy, Instant start, ClockPause... pauses) {
        return SHIPPED.slaClock(policy, Priority.NORMAL, Clock.RESOLUTION, start, List.of(pauses), SHIPPED.warnings());
    }

    private static String told(SlaClock slaClock) {
        return slaClock.steps().stream().map(Step::what).collect(joining("\n"));
    }

    @Test
    void without_pauses_it_agrees_with_the_due_times_of_the_ticket() {
        for (String policy : SHIPPED.policies()) {
            for (Priority priority : Priority.values()) {
                var due = SHIPPED.due(policy, priority, TUESDAY);

                assertThat(SHIPPED.slaClock(policy, priority, Clock.FIRST_RESPONSE, TUESDAY, List.of(), List.of())
                                .due())
                        .isEqualTo(due.firstResponseDue());
                assertThat(SHIPPED.slaClock(policy, priority, Clock.RESOLUTION, TUESDAY, List.of(), List.of())
                                .due())
                        .isEqualTo(due.resolutionDue());
            }
        }
    }

    @Test
    void a_pause_of_a_round_the_clock_limit_adds_its_whole_length() {
        assertThat(resolution("general", TUESDAY, pause("2026-03-10T20:00", "2026-03-11T20:00"))
                        .due())
                .isEqualTo(at("2026-03-13T15:00"));
    }

    @Test
    void a_pause_of_business_days_adds_only_the_open_time_in_it() {
        assertThat(resolution("return", TUESDAY, pause("2026-03-10T17:30", "2026-03-11T10:00"))
                        .due())
                .isEqualTo(at("2026-03-13T17:00"));
        assertThat(resolution("return", TUESDAY, pause("2026-03-10T19:00", "2026-03-11T08:00"))
                        .due())
                .as("at night it adds nothing")
                .isEqualTo(at("2026-03-13T15:00"));
    }

    @Test
    void pauses_that_overlap_touch_or_lie_outside_count_once_or_not_at_all() {
        assertThat(resolution(
                                "general",
                                TUESDAY,
                                pause("2026-03-11T12:00", "2026-03-11T14:00"),
                                pause("2026-03-11T09:00", "2026-03-11T13:00"),
                                pause("2026-03-11T10:00", "2026-03-11T11:00"),
                                pause("2026-03-11T14:00", "2026-03-11T15:00"),
                                pause("2026-03-01T09:00", "2026-03-05T13:00"),
                                pause("2026-03-30T09:00", null))
                        .due())
                .isEqualTo(at("2026-03-12T21:00"));
    }

    @Test
    void a_clock_that_waits_has_no_due_time_and_only_the_marks_that_it_reached() {
        var waiting = resolution("general", TUESDAY, pause("2026-03-11T20:00", null));

        assertThat(waiting.due()).isNull();
        assertThat(waiting.marks()).isEqualTo(Map.of(50, at("2026-03-11T15:00")));
        assertThat(told(waiting))
                .endsWith("Waits since Wed 2026-03-11 20:00 (awaiting customer); "
                        + "when it is due is known once it goes on.");
    }

    @Test
    void a_due_time_that_was_reached_before_the_pause_stays() {
        assertThat(resolution("general", TUESDAY, pause("2026-03-12T15:00", null))
                        .due())
                .isEqualTo(at("2026-03-12T15:00"));
        assertThat(resolution("return", TUESDAY, pause("2026-03-13T18:30", null))
                        .due())
                .isEqualTo(at("2026-03-13T15:00"));
    }

    @Test
    void marks_are_shares_of_the_time_that_counts() {
        var marks = resolution("return", at("2026-03-13T09:00")).marks();

        assertThat(marks).isEqualTo(Map.of(50, at("2026-03-16T13:45"), 75, at("2026-03-17T11:22:30")));
    }

    @Test
    void the_limit_that_is_due_first_counts_and_gives_the_marks() {
        var urgent = SHIPPED.slaClock("complex", Priority.URGENT, Clock.RESOLUTION, TUESDAY, List.of(), List.of(50));

        assertThat(urgent.due()).isEqualTo(at("2026-03-11T15:00"));
        assertThat(urgent.marks()).isEqualTo(Map.of(50, at("2026-03-11T03:00")));
        assertThat(told(urgent))
                .contains("'priorities.urgent.resolution' in service-levels.yaml allows 24 h round the clock.")
                .contains("'policies.complex.resolution' allows 5 business days, due Tue 2026-03-17 15:00; "
                        + "the earlier one counts.");
    }

    @Test
    void every_step_to_the_due_time_is_told() {
        var slaClock = resolution("complex", at("2026-09-30T20:00"), pause("2026-10-08T18:00", "2026-10-09T10:00"));

        assertThat(told(slaClock)).isEqualTo("""
                        Resolution counts from Wed 2026-09-30 20:00 (times are those of Asia/Shanghai).
                        'policies.complex.resolution' in service-levels.yaml allows 5 business days, by the calendar 'china'.
                        Closed at that moment: the time runs from Thu 2026-10-08 09:00.
                        Thu 2026-10-01 to Wed 2026-10-07 do not count: holiday 国庆节.
                        Paused from Thu 2026-10-08 18:00 until Fri 2026-10-09 10:00 (awaiting customer): adds 1 h 30 min of open time.
                        Sat 2026-10-10 counts: make-up day 国庆节调休.
                        50 % of the time is used up: Sat 2026-10-10 15:15.
                        Sun 2026-10-11 does not count: weekend.
                        75 % of the time is used up: Mon 2026-10-12 17:37.
                        Due Wed 2026-10-14 10:30.""");
        assertThat(slaClock.steps()).extracting(Step::at).isSorted();
    }

    @Test
    void a_share_out_of_range_is_an_error_of_the_caller() {
        assertThatThrownBy(() ->
                        SHIPPED.slaClock("general", Priority.NORMAL, Clock.RESOLUTION, TUESDAY, List.of(), List.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

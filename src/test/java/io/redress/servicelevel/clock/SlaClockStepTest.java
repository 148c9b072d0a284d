package io.redress.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.due.StepResult;
import io.redress.servicelevel.SlaClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlaClockStepTest extends ClockMemory {

    private final List<String> breached = new ArrayList<>();

    private final SlaClockStep step = new SlaClockStep(
            kept,
            limits,
            clocks,
            statuses,
            (number, event, words) -> history.add(event.what() + ": " + event.why()),
            new Notifications(),
            new Mails(),
            (ticket, id, at) -> breached.add(id),
            clock);

    @BeforeEach
    void aTicketIsOpened() {
        opened();
    }

    @Test
    void a_mark_that_is_still_to_come_is_waited_for() {
        assertThat(passed()).isEqualTo(new StepResult.NotYet(OPENED.plus(Duration.ofHours(24))));
    }

    @Test
    void at_half_the_time_the_desk_is_warned() {
        clock.pass(Duration.ofHours(24));

        assertThat(types(passed())).containsExactly("warning");
        assertThat(told).containsExactly("desk: warning");
        assertThat(history).containsExactly("warned: resolution 50 %");
        assertThat(resolution().reached()).isEqualTo(50);
        assertThat(agenda).containsEntry(TICKET + "/resolution/1/50", OPENED.plus(Duration.ofHours(36)));
    }

    @Test
    void at_the_breach_the_first_level_is_told_and_the_ticket_rises_to_it() {
        clock.pass(Duration.ofHours(48));

        assertThat(types(passed())).containsExactly("warning", "warning", "breach", "escalation");
        assertThat(told).containsExactly("desk: warning", "desk: warning", "supervisor: escalation");
        assertThat(statuses.level).isEqualTo(1);
        assertThat(resolution().reached()).isEqualTo(101);
        assertThat(breached).containsExactly(TICKET + "/resolution/1/100");
    }

    @Test
    void after_an_outage_every_mark_that_was_missed_is_passed_once() {
        clock.pass(Duration.ofDays(30));

        assertThat(types(passed()))
                .containsExactly("warning", "warning", "breach", "escalation", "escalation", "escalation");
        assertThat(statuses.level).isEqualTo(3);

        assertThat(passed()).isEqualTo(new StepResult.Skipped("the configuration has no further mark"));
    }

    @Test
    void each_message_has_an_id_of_its_own_that_a_repeat_has_too() {
        clock.pass(Duration.ofHours(36));

        assertThat(((StepResult.Done) passed()).messages())
                .extracting(message -> message.body().path("id").asText())
                .containsExactly(TICKET + "/resolution/1/50", TICKET + "/resolution/1/75");
    }

    @Test
    void a_clock_that_was_stopped_passes_nothing() {
        kept.end(TICKET, SlaClock.Clock.RESOLUTION, OPENED, true);
        clock.pass(Duration.ofDays(30));

        assertThat(passed()).isEqualTo(new StepResult.Skipped("the clock was stopped"));
        assertThat(told).isEmpty();
    }

    @Test
    void a_paused_clock_passes_nothing_and_is_looked_at_again() {
        kept.pause(TICKET, OPENED, "awaiting customer");
        clock.pass(Duration.ofDays(30));
        Instant now = clock.instant();

        assertThat(passed()).isEqualTo(new StepResult.NotYet(now.plus(Duration.ofDays(30))));
        assertThat(told).isEmpty();
    }

    private StepResult passed() {
        return step.perform(new DueOrder("id", SlaClockStep.KIND, TICKET, TICKET + "/resolution/1", "token", 1));
    }

    private static List<String> types(StepResult result) {
        return ((StepResult.Done) result)
                .messages().stream()
                        .map(message -> message.body().path("type").asText())
                        .toList();
    }
}

package io.redress.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.due.StepResult;
import io.redress.intake.device.FaultEpisode;
import io.redress.intake.device.FaultLimits;
import io.redress.intake.device.FaultReport;
import io.redress.intake.device.FaultState;
import io.redress.testing.SetClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultQuietStepTest extends RecordingMemory {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final DueOrder ORDER = new DueOrder("1", FaultQuietStep.KIND, "R-1", "7 1800 E 12", "t", 1);

    private final SetClock clock = new SetClock(NOON);
    private final FaultQuietStep step = new FaultQuietStep(episodes, tickets, clock);

    @Test
    void how_a_flapping_fault_stands_is_told_when_it_has_been_quiet_for_the_flap_time() {
        episodes.episode = episode(NOON.minusSeconds(1800), NOON.minusSeconds(5000));
        assertThat(step.perform(ORDER)).isEqualTo(StepResult.done());
        assertThat(done).anyMatch(event -> event.contains("fault is quiet"));
        assertThat(episodes.told).isEqualTo(1);
    }

    @Test
    void while_it_still_comes_and_goes_and_when_it_was_told_already_nothing_is() {
        episodes.episode = episode(NOON.minusSeconds(1799), NOON.minusSeconds(5000));
        assertThat(step.perform(ORDER)).isInstanceOf(StepResult.Skipped.class);
        episodes.episode = episode(NOON.minusSeconds(5000), NOON.minusSeconds(5000));
        assertThat(step.perform(ORDER)).isInstanceOf(StepResult.Skipped.class);
        episodes.episode = null;
        assertThat(step.perform(ORDER)).isInstanceOf(StepResult.Skipped.class);
        assertThat(done).isEmpty();
    }

    @Test
    void one_look_is_planned_in_each_flap_time_and_none_before_it_is_over() {
        var report = new FaultReport("d", "E 12", FaultState.CLEARED, NOON, FaultLimits.usual());
        FaultEpisode episode = episode(NOON, NOON);
        for (int n = 0; n < 100; n++) {
            FaultQuietStep.plan(episodes, "R-1", episode, report, NOON.plusSeconds(n));
        }
        assertThat(episodes.planned)
                .containsValue("2026-11-30T13:00:00Z 7 1800 E 12")
                .hasSize(1);
    }

    private static FaultEpisode episode(Instant changedAt, Instant toldAt) {
        return new FaultEpisode(7, "R-1", FaultState.CLEARED, changedAt, 100, 199, changedAt, toldAt, null, null);
    }
}

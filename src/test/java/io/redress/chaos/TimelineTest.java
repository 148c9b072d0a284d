package io.redress.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Duration RUN = Duration.ofMinutes(6);

    @Test
    void the_same_seed_gives_the_same_faults_at_the_same_times() {
        assertThat(Timeline.of(7, RUN, EnumSet.allOf(ChaosFault.class)))
                .isEqualTo(Timeline.of(7, RUN, EnumSet.allOf(ChaosFault.class)))
                .isNotEqualTo(Timeline.of(8, RUN, EnumSet.allOf(ChaosFault.class)));
    }

    @Test
    void a_fault_that_the_machine_cannot_make_changes_nothing_of_the_others() {
        var all = Timeline.of(7, RUN, EnumSet.allOf(ChaosFault.class)).steps();
        var some = Timeline.of(7, RUN, EnumSet.complementOf(EnumSet.of(ChaosFault.DISK_FULL)))
                .steps();
        assertThat(some).isNotEmpty().isSubsetOf(all).noneMatch(step -> step.fault() == ChaosFault.DISK_FULL);
    }

    @Test
    void both_modes_of_a_long_run_kill_the_hub_twenty_times() {
        long kills = Timeline.of(7, RUN, EnumSet.allOf(ChaosFault.class)).steps().stream()
                .filter(step -> step.fault() == ChaosFault.HUB_KILLED)
                .count();
        assertThat(2 * kills).isGreaterThanOrEqualTo(20);
    }

    @Test
    void no_fault_lasts_beyond_the_run_or_into_its_own_next_time() {
        var steps = Timeline.of(7, RUN, EnumSet.allOf(ChaosFault.class)).steps();
        for (ChaosFault fault : ChaosFault.values()) {
            Duration free = Duration.ZERO;
            for (Timeline.Step step : steps) {
                if (step.fault() == fault) {
                    assertThat(step.at()).isGreaterThanOrEqualTo(free);
                    free = step.at().plus(step.length());
                }
            }
            assertThat(free).isLessThanOrEqualTo(RUN);
        }
    }
}

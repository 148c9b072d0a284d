package io.redress.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chaos run can fail: each way to break the product's promises makes it do so. */
@Tag("sabotage")
class SabotageIT {

    @Test
    void a_channel_that_answers_before_the_hand_off_loses() throws Exception {
        assertThat(broken(Sabotage.ANSWER_FIRST, ChaosFault.HUB_KILLED).get("lost: accepted, no ticket"))
                .isNotEmpty();
    }

    @Test
    void a_hub_that_recognises_no_repeat_doubles_tickets() throws Exception {
        assertThat(broken(Sabotage.NO_IDEMPOTENCE, ChaosFault.HUB_KILLED).get("doubled tickets"))
                .isNotEmpty();
    }

    @Test
    void sends_outside_of_the_consumers_transaction_double_messages() throws Exception {
        assertThat(broken(Sabotage.OWN_TRANSACTION, ChaosFault.HUB_KILLED).get("doubled queue messages"))
                .isNotEmpty();
    }

    @Test
    void disk_syncs_that_do_nothing_lose_in_a_power_cut() throws Exception {
        assumeTrue(Files.exists(Sabotage.EAT_MY_DATA), "eatmydata is not installed");
        try {
            assertThat(broken(Sabotage.NO_SYNC, ChaosFault.POWER_CUT).get("lost: accepted, no ticket"))
                    .isNotEmpty();
        } catch (HubNotReady e) {
            // so much is lost that the hub refuses to start on what is left
            assertThat(e).hasMessageContaining("not ready");
        }
    }

    private static Map<String, Set<String>> broken(Sabotage sabotage, ChaosFault fault) throws Exception {
        String name =
                "sabotage-" + sabotage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        ChaosPlan plan =
                ChaosPlan.of(name, sabotage == Sabotage.NO_IDEMPOTENCE, 1).with(sabotage);
        try (var run = new ChaosRun(plan)) {
            return run.run(Timeline.of(plan.seed(), plan.run(), EnumSet.of(fault)));
        }
    }
}

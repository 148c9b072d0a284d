package io.redress.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything goes wrong, and nothing accepted is lost or doubled. docs/chaos.md tells how to read what it prints. */
@Tag("chaos")
class ChaosIT {

    @Test
    void nothing_is_lost_or_doubled_with_the_broker_and_the_database_inside() throws Exception {
        holds(ChaosPlan.of("embedded", false, 6));
    }

    @Test
    void nothing_is_lost_or_doubled_with_a_broker_and_a_database_outside() throws Exception {
        holds(ChaosPlan.of("external", true, 6));
    }

    static void holds(ChaosPlan plan) throws Exception {
        try (var run = new ChaosRun(plan)) {
            Map<String, Set<String>> wrong = run.run();
            assertThat(wrong).as("seed " + plan.seed()).allSatisfy((rule, breaches) -> assertThat(breaches)
                    .as(rule)
                    .isEmpty());
        }
    }
}

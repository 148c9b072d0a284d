package io.redress.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.testing.SetClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryWorkTest extends DeliveryMemory {

    private final Map<String, String> breakers = new HashMap<>(Map.of("crm", "closed"));
    private final DueDeliveries work =
            new DueDeliveries(new Connected(), breakers::get, deliveries, holds, new SetClock(NOW));

    @Test
    void each_target_that_may_be_asked_gets_its_share() {
        assertThat(work.claim(50)).hasSize(1);
        assertThat(deliveries.claimed).containsExactly(Map.entry("crm", 50));
    }

    @Test
    void a_target_whose_breaker_is_half_open_gets_no_more_than_it_lets_through() {
        breakers.put("crm", "half-open");
        work.claim(50);
        assertThat(deliveries.claimed).containsExactly(Map.entry("crm", 3));
    }

    @Test
    void a_target_whose_breaker_is_open_gets_nothing() {
        breakers.put("crm", "open");
        assertThat(work.claim(50)).isEmpty();
        assertThat(deliveries.claimed).isEmpty();
    }

    @Test
    void a_target_that_is_paused_or_asked_for_a_pause_gets_nothing_until_then() {
        holds.held.put("crm", new TargetPauses.Held(true, "ops", NOW, null));
        assertThat(work.claim(50)).isEmpty();

        holds.notBefore("crm", NOW.plusSeconds(1));
        assertThat(work.claim(50)).isEmpty();

        holds.notBefore("crm", NOW);
        assertThat(work.claim(50)).hasSize(1);
    }

    private static final class Connected implements Targets {
        @Override
        public List<Target> connected() {
            return List.of(new Target("crm", "crm", Set.of()));
        }

        @Override
        public boolean wants(Target target, String kind, String status) {
            return true;
        }
    }
}

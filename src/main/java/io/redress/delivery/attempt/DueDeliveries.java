package io.redress.delivery.attempt;

import io.redress.delivery.CircuitBreakers;
import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chooses what is to be attempted now. */
public final class DueDeliveries {

    /** What a half-open breaker lets through, by its default in kamelet {@code delivery-source}. */
    private static final int PROBES = 3;

    private final Targets targets;
    private final CircuitBreakers breakers;
    private final Deliveries deliveries;
    private final TargetPauses held;
    private final Clock clock;

    public DueDeliveries(
            Targets targets, CircuitBreakers breakers, Deliveries deliveries, TargetPauses held, Clock clock) {
        this.targets = targets;
        this.breakers = breakers;
        this.deliveries = deliveries;
        this.held = held;
        this.clock = clock;
    }

    /** Claims up to {@code limit} deliveries for each target that may be asked now. */
    public List<DeliveryOrder> claim(int limit) {
        List<Target> connected = targets.connected();
        if (connected.isEmpty()) {
            return List.of();
        }
        Map<String, TargetPauses.Held> all = held.all();
        Instant now = clock.instant();
        var orders = new ArrayList<DeliveryOrder>();
        for (Target target : connected) {
            int room = all.getOrDefault(target.name(), TargetPauses.Held.NOT).isHeld(now)
                    ? 0
                    : switch (breakers.state(target.name())) {
                        case "closed" -> limit;
                        case "half-open" -> Math.min(limit, PROBES);
                        default -> 0;
                    };
            if (room > 0) {
                orders.addAll(deliveries.claim(target.name(), room));
            }
        }
        return orders;
    }
}

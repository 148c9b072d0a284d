package io.redress.health.target;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code targets} to {@code /actuator/health}: down while one of them takes nothing. Like that of channels, it
 * belongs neither to readiness nor to liveness: deliveries wait, and a restart of the hub repairs no other system.
 */
@Component("targetsHealthIndicator")
class TargetHealthIndicator extends AbstractHealthIndicator {

    private final TargetStates states;

    TargetHealthIndicator(TargetStates states) {
        this.states = states;
    }

    private record Detail(
            boolean healthy,
            String breaker,
            boolean paused,
            @Nullable String pausedBy,
            @Nullable Instant pausedAt,
            long waiting,
            long lagSeconds,
            @Nullable String canary,
            @Nullable Instant newsUnreadSince) {}

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var all = states.all();
        health.status(all.stream().allMatch(TargetState::healthy) ? Status.UP : Status.DOWN);
        all.forEach(one -> health.withDetail(
                one.name(),
                new Detail(
                        one.healthy(),
                        one.breaker(),
                        one.paused(),
                        one.pausedBy(),
                        one.pausedAt(),
                        one.waiting(),
                        one.lagSeconds(),
                        one.canary(),
                        one.newsUnreadSince())));
    }
}

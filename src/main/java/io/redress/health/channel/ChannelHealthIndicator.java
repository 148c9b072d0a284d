package io.redress.health.channel;

import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code channels} to {@code /actuator/health}: down while one of them does not do its work. It belongs
 * neither to readiness nor to liveness: the other channels go on, and a restart repairs no mailbox.
 */
@Component("channelsHealthIndicator")
class ChannelHealthIndicator extends AbstractHealthIndicator {

    private final ChannelWatch watch;

    ChannelHealthIndicator(ChannelWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, ChannelHealth> channels = watch.look();
        boolean healthy = channels.values().stream().allMatch(ChannelHealth::healthy);
        health.status(healthy ? Status.UP : Status.DOWN);
        channels.forEach(health::withDetail);
    }
}

package io.redress.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.broker.monitoring.EmbeddedQueueMonitor;
import io.redress.due.QueueNames;
import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.IntakeLimits;
import io.redress.handoff.IntakeLimits.Load;
import io.redress.settings.HubProperties;
import io.redress.settings.IntakeSettings;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second how full the hub is, and closes or opens its gate. Contributes {@code intake} to {@code
 * /actuator/health}: down while nothing is taken in. An external broker guards its own store; it refuses what is too much.
 */
@Component("intakeHealthIndicator")
class IntakeWatch extends AbstractHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWatch.class);

    private final IntakeBackPressure backPressure;
    private final IntakeSettings settings;
    private final HubProperties folders;
    private final @Nullable BrokerService broker;

    IntakeWatch(
            IntakeBackPressure backPressure,
            IntakeSettings settings,
            HubProperties folders,
            ObjectProvider<BrokerService> broker,
            MeterRegistry meters) {
        this.backPressure = backPressure;
        this.settings = settings;
        this.folders = folders;
        this.broker = broker.getIfAvailable();
        Gauge.builder("redress.intake.open", backPressure, now -> now.closedBecause() == null ? 1 : 0)
                .description("1 while channels may hand off, 0 while back-pressure holds them")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.intake.watch-every}")
    void look() throws JMSException {
        String before = backPressure.closedBecause();
        var limits = new IntakeLimits(
                settings.mostWaiting(), settings.leastFreeSpace().toBytes());
        String now = limits.exceededBy(load(), before != null);
        if (!Objects.equals(before, now)) {
            backPressure.set(now);
        }
        if (before == null && now != null) {
            LOG.warn("No complaints are accepted for now: {}", now);
        } else if (before != null && now == null) {
            LOG.info("Complaints are accepted again");
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String closed = backPressure.closedBecause();
        if (closed == null) {
            health.up();
        } else {
            health.down().withDetail("closed", closed);
        }
    }

    private Load load() throws JMSException {
        long free = Stream.of(folders.dataDir(), folders.blobFolder())
                .map(Path::toFile)
                .filter(folder -> folder.exists())
                .mapToLong(folder -> folder.getUsableSpace())
                .min()
                .orElse(Long.MAX_VALUE);
        if (broker == null) {
            return new Load(0, 0, free);
        }
        long waiting = 0;
        for (String queue : QueueNames.INTAKE) {
            waiting += EmbeddedQueueMonitor.depth(broker, queue);
        }
        return new Load(waiting, broker.getSystemUsage().getStoreUsage().getPercentUsage(), free);
    }
}

package io.redress.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.cluster.LeaderLease;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code cluster} to {@code /actuator/health}: which node leads. A warning while none does; the channels that wait
 * for it say so themselves.
 */
@Component("clusterHealthIndicator")
class ClusterHealthIndicator extends AbstractHealthIndicator {

    private static final Status WARNING = new Status("WARNING");

    private final LeaderLease lease;

    ClusterHealthIndicator(LeaderLease lease, MeterRegistry meters) {
        this.lease = lease;
        Gauge.builder("redress.cluster.leader", lease, one -> one.leads() ? 1 : 0)
                .description("1 on the node that leads, else 0")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(WARNING).withDetail("node", lease.node().name()).withDetail("leads", lease.leads());
        lease.leader().ifPresent(leader -> health.up()
                .withDetail("leader", leader.node().name())
                .withDetail("since", leader.since())
                .withDetail("fencing", leader.fencing()));
    }
}

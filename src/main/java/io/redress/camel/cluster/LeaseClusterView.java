package io.redress.camel.cluster;

import io.redress.cluster.Leader;
import io.redress.cluster.LeaderLease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.cluster.AbstractCamelClusterView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lease while it is started. One thread asks the database, which may take its time to answer; another tells the
 * listeners, also of a lease that expired while the first waited.
 */
final class LeaseClusterView extends AbstractCamelClusterView {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseClusterView.class);
    private static final long TELL_MILLIS = 500;

    private final LeaderLease lease;
    private final Duration period;
    private @Nullable ScheduledExecutorService threads;
    private volatile boolean unanswered;
    private @Nullable Leader told;

    private record Member(String id, boolean leads, boolean local) implements CamelClusterMember {

        @Override
        public String getId() {
            return id;
        }

        @Override
        public boolean isLeader() {
            return leads;
        }

        @Override
        public boolean isLocal() {
            return local;
        }
    }

    /** @param period between two renewals */
    LeaseClusterView(LeaseClusterService service, LeaderLease lease, Duration period) {
        super(service, LeaseClusterService.NAMESPACE);
        this.lease = lease;
        this.period = period;
    }

    /** When it returns, a node that may lead does. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        look();
        ScheduledExecutorService two =
                getCamelContext().getExecutorServiceManager().newScheduledThreadPool(this, "LeaderLease", 2);
        two.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        two.scheduleWithFixedDelay(this::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
        threads = two;
    }

    @Override
    protected void doStop() throws Exception {
        if (threads != null) {
            getCamelContext().getExecutorServiceManager().shutdownNow(threads);
        }
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("The leader's lease could not be released; it expires by itself: {}", e.getMessage());
        }
        super.doStop();
    }

    private void look() {
        try {
            lease.renewOrAcquire();
            if (unanswered) {
                LOG.info("The database answers for the leader's lease again");
            }
            unanswered = false;
        } catch (RuntimeException | Error e) { // else it would be the last renewal
            if (!unanswered) {
                LOG.warn("The database does not answer for the leader's lease, retrying: {}", e.getMessage());
            }
            unanswered = true;
        }
    }

    private void tell() {
        Leader now = lease.leader().orElse(null);
        Leader before = told;
        if (now == null ? before == null : now.equals(before)) {
            return;
        }
        told = now;
        if (now == null) {
            LOG.warn("No node leads");
        } else {
            LOG.info(
                    "{} is the leader, fencing token {}",
                    now.node().equals(lease.node())
                            ? "This node"
                            : "Node " + now.node().name(),
                    now.fencing());
        }
        try {
            fireLeadershipChangedEvent(getLeader().orElse(null));
        } catch (RuntimeException | Error e) { // else the listeners would hear of no other change
            LOG.error("A listener failed at a change of the leader", e);
        }
    }

    @Override
    public Optional<CamelClusterMember> getLeader() {
        return lease.leader().map(leader -> member(leader.node().id().toString(), true));
    }

    @Override
    public CamelClusterMember getLocalMember() {
        return member(lease.node().id().toString(), lease.leads());
    }

    /** This node and the leader: of others nobody keeps a list. */
    @Override
    public List<CamelClusterMember> getMembers() {
        CamelClusterMember local = getLocalMember();
        return getLeader()
                .filter(leader -> !leader.isLocal())
                .map(leader -> List.of(local, leader))
                .orElse(List.of(local));
    }

    private CamelClusterMember member(String id, boolean leads) {
        return new Member(id, leads, id.equals(lease.node().id().toString()));
    }
}

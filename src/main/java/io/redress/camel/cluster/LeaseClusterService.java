package io.redress.camel.cluster;

import io.redress.cluster.LeaderLease;
import java.time.Duration;
import org.apache.camel.support.cluster.AbstractCamelClusterService;

/** Tells Camel who leads the hub's nodes. There is one namespace, {@link #NAMESPACE}, as there is one lease. */
public final class LeaseClusterService extends AbstractCamelClusterService<LeaseClusterView> {

    static final String NAMESPACE = "hub";

    /** Some may fail before the lease expires. */
    private static final int RENEWALS_PER_LEASE = 5;

    private final LeaderLease lease;
    private final Duration period;

    /** @param duration of the lease */
    public LeaseClusterService(LeaderLease lease, Duration duration) {
        super("leader-lease");
        this.lease = lease;
        this.period = duration.dividedBy(RENEWALS_PER_LEASE);
    }

    /** Also where no route waits for the leader: mailboxes and positions ask who leads in any case. */
    @Override
    protected void doStart() throws Exception {
        getView(NAMESPACE);
        super.doStart();
    }

    @Override
    protected LeaseClusterView createView(String namespace) {
        if (!namespace.equals(NAMESPACE)) {
            throw new IllegalArgumentException("there is no namespace '" + namespace
                    + "': the nodes have one leader, of namespace '" + NAMESPACE + "'");
        }
        return new LeaseClusterView(this, lease, period);
    }
}

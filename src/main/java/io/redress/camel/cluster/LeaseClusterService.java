package io.redress.camel.cluster;

import io.redress.cluster.LeaderLease;
import java.time.Duration;
import org.apache.camel.support.cluster.AbstractCamelClusterService;

/** Tells Camel who leads the hub's nodes. There is one namespace, {@link #NAMESPACE}, as there is one lease. */
public final class LeaseClusterService extends AbstractCamelClusterService<LeaseClusterView> {

    static final String NAMESPACE = "hub";

    /** Looks in the length of a lease: some may fail before it ends. */
    private static final int LOOKS = 5;

    private final LeaderLease lease;
    private final Duration period;

    /** @param length of the lease */
    public LeaseClusterService(LeaderLease lease, Duration length) {
        super("leader-lease");
        this.lease = lease;
        this.period = length.dividedBy(LOOKS);
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

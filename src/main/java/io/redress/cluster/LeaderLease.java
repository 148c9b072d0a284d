package io.redress.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * This node's part in the leader election. It leads for the duration of the lease, measured from before it asked by its monotonic
 * clock: it stops before another node can acquire the lease, even when the database does not answer.
 */
public final class LeaderLease implements FencingToken {

    private final LeaseStore leases;
    private final Node node;
    private final Duration duration;
    private final boolean sole;
    private final LongSupplier nanoTime;
    private volatile @Nullable Term term;
    private volatile @Nullable Leader other;
    private boolean fresh = true;

    /** @param asked in nanoseconds: when the lease was asked for */
    private record Term(Leader leader, long asked) {}

    /**
     * @param sole whether no other node can reach the database: then this one leads from its start to its end
     * @param nanoTime as {@link System#nanoTime}
     */
    public LeaderLease(LeaseStore leases, Node node, Duration duration, boolean sole, LongSupplier nanoTime) {
        this.leases = leases;
        this.node = node;
        this.duration = duration;
        this.sole = sole;
        this.nanoTime = nanoTime;
    }

    /**
     * Renews the lease, or acquires it when it is free; to be called several times in its duration.
     *
     * @throws RuntimeException when the database does not answer; the lease lasts on until it expires
     */
    public synchronized void renewOrAcquire() {
        long asked = nanoTime.getAsLong();
        Term before = term;
        if (before != null && sole) {
            return;
        }
        Leader found = null; // unknown when the database does not answer
        try {
            if (before != null && leases.renew(before.leader(), duration)) {
                term = new Term(before.leader(), asked);
                return;
            }
            term = null;
            Optional<Leader> acquired = leases.acquire(node, claim(), duration);
            fresh = false;
            if (acquired.isPresent()) {
                term = new Term(acquired.get(), asked);
            } else {
                found = leases.leader().orElse(null);
            }
        } finally {
            other = found;
        }
    }

    private LeaseStore.Claim claim() {
        if (sole) {
            return LeaseStore.Claim.ANY;
        }
        return fresh ? LeaseStore.Claim.OWN : LeaseStore.Claim.EXPIRED;
    }

    /**
     * Ends the leadership, if there is one, so that another node need not wait until the lease expires.
     *
     * @throws RuntimeException when the database does not answer
     */
    public synchronized void release() {
        Term before = term;
        term = null;
        if (before != null) {
            leases.release(before.leader());
        }
    }

    /** Whether this node's lease has not expired; asks nobody. */
    public boolean leads() {
        return valid() != null;
    }

    @Override
    public long current() {
        Term now = valid();
        return now == null ? NOT_LEADING : now.leader().fencing();
    }

    /** This node or another; empty when none leads, or the database does not say. */
    public Optional<Leader> leader() {
        Term now = valid();
        return Optional.ofNullable(now == null ? other : now.leader());
    }

    public Node node() {
        return node;
    }

    private @Nullable Term valid() {
        Term now = term;
        boolean lasts = now != null && (sole || nanoTime.getAsLong() - now.asked() < duration.toNanos());
        return lasts ? now : null;
    }
}

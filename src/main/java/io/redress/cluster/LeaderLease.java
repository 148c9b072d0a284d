package io.redress.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * This node's part in the election. It leads as long as the lease lasts that it took or renewed, reckoned from before it asked:
 * so it stops to believe in it before anybody else may take it, also when the database does not answer.
 */
public final class LeaderLease implements FencingNumber {

    private final Leases leases;
    private final Node node;
    private final Duration length;
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
    public LeaderLease(Leases leases, Node node, Duration length, boolean sole, LongSupplier nanoTime) {
        this.leases = leases;
        this.node = node;
        this.length = length;
        this.sole = sole;
        this.nanoTime = nanoTime;
    }

    /** Renews the lease, or takes it when it is free; to be called several times in its length. */
    public synchronized void look() {
        long asked = nanoTime.getAsLong();
        Term before = term;
        if (before != null && sole) {
            return;
        }
        other = null; // unless the database says otherwise now
        if (before != null && leases.renew(before.leader().fencing(), length)) {
            term = new Term(before.leader(), asked);
            return;
        }
        term = null;
        Optional<Leader> taken = leases.take(node, claim(), length);
        fresh = false;
        if (taken.isPresent()) {
            term = new Term(taken.get(), asked);
        } else {
            other = leases.leader().orElse(null);
        }
    }

    private Leases.Claim claim() {
        if (sole) {
            return Leases.Claim.ANY;
        }
        return fresh ? Leases.Claim.OWN : Leases.Claim.ENDED;
    }

    /** Ends the leadership, if there is one, so that another node need not wait for the end of the lease. */
    public synchronized void giveBack() {
        Term before = term;
        term = null;
        if (before != null) {
            leases.giveBack(before.leader().fencing());
        }
    }

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
        boolean lasts = now != null && (sole || nanoTime.getAsLong() - now.asked() < length.toNanos());
        return lasts ? now : null;
    }
}

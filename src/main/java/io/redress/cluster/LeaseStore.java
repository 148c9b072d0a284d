package io.redress.cluster;

import java.time.Duration;
import java.util.Optional;

/** The one lease for which all nodes ask. It expires by the clock of the database that they share, and no question is answered without it. */
public interface LeaseStore {

    /** Which lease a node may acquire. */
    enum Claim {
        /** One that has expired, or was released. */
        EXPIRED,
        /** Also its own: it held it in its life before, of which nothing runs any more. */
        OWN,
        /** Any: there is no other node. */
        ANY
    }

    /** Acquires the lease under the next fencing token; empty when the claim does not reach so far. */
    Optional<Leader> acquire(Node node, Claim claim, Duration duration);

    /** Has the lease last so long from now; false when another node has acquired it since. */
    boolean renew(Leader leader, Duration duration);

    /** Lets another node acquire the lease at once. */
    void release(Leader leader);

    /** Who holds the lease; empty when it has expired. */
    Optional<Leader> leader();
}

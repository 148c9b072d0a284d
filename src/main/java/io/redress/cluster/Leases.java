package io.redress.cluster;

import java.time.Duration;
import java.util.Optional;

/** The one lease for which all nodes ask. Its time is that of the database, which they share. */
public interface Leases {

    /** Which lease a node may take. */
    enum Claim {
        /** One that has ended, or was given back. */
        ENDED,
        /** Also its own: it held it in its life before, of which nothing runs any more. */
        OWN,
        /** Any: there is no other node. */
        ANY
    }

    /** Takes the lease under the next fencing number; empty when the claim does not reach so far. */
    Optional<Leader> take(Node node, Claim claim, Duration length);

    /** Has the lease last so long from now; false when another node has taken it since. */
    boolean renew(long fencing, Duration length);

    /** Lets another node take the lease at once. */
    void giveBack(long fencing);

    /** Who holds the lease; empty when it has ended. */
    Optional<Leader> leader();
}

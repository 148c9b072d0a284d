package io.redress.http;

import io.redress.handoff.SourceNetwork;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How many connections each address has. They are counted anew when one seems to have too many, for nobody tells of ends. */
final class ConnectionCounter {

    /** Counting goes through all connections, and a flood shall not make it the server's only work. */
    private static final long BETWEEN_COUNTS = Duration.ofMillis(50).toNanos();

    private final ConnectionPolicy policy;
    private final Supplier<List<String>> open;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> counts = new HashMap<>();
    private long counted;

    /** @param open the remote address of every open connection */
    ConnectionCounter(ConnectionPolicy policy, Supplier<List<String>> open, LongSupplier nanoTime) {
        this.policy = policy;
        this.open = open;
        this.nanoTime = nanoTime;
        this.counted = nanoTime.getAsLong() - BETWEEN_COUNTS;
    }

    /** Whether one more connection of the address is taken. */
    synchronized boolean admits(String remote) {
        if (policy.trusted().test(remote)) {
            return true;
        }
        String address = SourceNetwork.of(remote);
        if (of(address) >= policy.byAddress() && nanoTime.getAsLong() - counted >= BETWEEN_COUNTS) {
            counts.clear();
            open.get().forEach(one -> counts.merge(SourceNetwork.of(one), 1, Integer::sum));
            counted = nanoTime.getAsLong();
        }
        if (of(address) >= policy.byAddress()) {
            return false;
        }
        counts.merge(address, 1, Integer::sum);
        return true;
    }

    private int of(String address) {
        return counts.getOrDefault(address, 0);
    }
}

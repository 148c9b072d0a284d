package io.redress.access;

import io.redress.due.QueueNames;
import java.util.Set;

/**
 * A system downstream as the broker knows it.
 *
 * @param reads keys of categories and names of other queues that it takes messages from
 * @param readsAll whether it takes the tickets of every category
 * @param writes the queues that it sends to
 */
public record BrokerUser(String name, Password password, boolean readsAll, Set<String> reads, Set<String> writes) {

    /** What a system may read besides tickets. */
    public static final Set<String> READABLE =
            Set.of(QueueNames.ESCALATIONS, QueueNames.CALLBACKS, QueueNames.SURVEYS, QueueNames.FORGOTTEN);

    /** What a system may write. */
    public static final Set<String> WRITABLE = Set.of(QueueNames.UPDATES, QueueNames.OUTCOMES);

    public BrokerUser {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /** The one user of a hub that names none in a file: what systems downstream need, and nothing of the hub's own. */
    public static BrokerUser only(String name, String password) {
        return new BrokerUser(name, new Password(password, password.startsWith("{bcrypt}")), true, READABLE, WRITABLE);
    }
}

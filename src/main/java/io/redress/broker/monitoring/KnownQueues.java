package io.redress.broker.monitoring;

import java.util.List;
import java.util.function.Supplier;

/**
 * The queues that the hub uses as it is configured now, whether or not anything was sent to them yet.
 *
 * @param current asked each time: targets come and go with their files
 */
public record KnownQueues(Supplier<List<String>> current) {

    public KnownQueues(List<String> fixed) {
        this(() -> fixed);
    }

    public List<String> names() {
        return List.copyOf(current.get());
    }
}

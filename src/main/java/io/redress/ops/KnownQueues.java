package io.redress.ops;

import java.util.List;

/** The queues that the hub is configured to use, whether or not anything was sent to them yet. */
public record KnownQueues(List<String> names) {

    public KnownQueues {
        names = List.copyOf(names);
    }
}

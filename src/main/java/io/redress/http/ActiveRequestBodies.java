package io.redress.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The bodies that are being received. Each of them holds a thread of the web server for as long as its sender likes. */
final class ActiveRequestBodies {

    private final int most;
    private final Duration patience;
    private final AtomicInteger open = new AtomicInteger();
    private final Set<TimeLimitedBody> bodies = ConcurrentHashMap.newKeySet();

    /** @param patience long enough for a telephone in a tunnel, some seconds at least */
    ActiveRequestBodies(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** False when there are as many as there may be; else {@link #leave} must follow. */
    boolean enter(TimeLimitedBody body) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return false;
        }
        bodies.add(body);
        return true;
    }

    void leave(TimeLimitedBody body) {
        if (bodies.remove(body)) {
            open.decrementAndGet();
        }
    }

    int open() {
        return open.get();
    }

    MinimumBodyRate minimumBodyRate() {
        return MinimumBodyRate.of(open.get(), most, patience);
    }

    /** Ends those that come too slowly. */
    void look() {
        MinimumBodyRate minimumBodyRate = minimumBodyRate();
        bodies.forEach(body -> body.look(minimumBodyRate));
    }

    boolean isReceivedOn(Object connection) {
        return bodies.stream().anyMatch(body -> body.isOn(connection));
    }
}

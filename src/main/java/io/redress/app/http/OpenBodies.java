package io.redress.app.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The bodies that are being received. Each of them holds a thread of the web server for as long as its sender likes. */
final class OpenBodies {

    private final int most;
    private final Duration patience;
    private final AtomicInteger open = new AtomicInteger();
    private final Set<TimedBody> bodies = ConcurrentHashMap.newKeySet();

    /** @param patience long enough for a telephone in a tunnel, some seconds at least */
    OpenBodies(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** False when there are as many as there may be; else {@link #leave} must follow. */
    boolean enter(TimedBody body) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return false;
        }
        bodies.add(body);
        return true;
    }

    void leave(TimedBody body) {
        if (bodies.remove(body)) {
            open.decrementAndGet();
        }
    }

    int open() {
        return open.get();
    }

    Demand demand() {
        return Demand.of(open.get(), most, patience);
    }

    /** Ends those that come too slowly. */
    void look() {
        Demand demand = demand();
        bodies.forEach(body -> body.look(demand));
    }

    boolean isReceivedOn(Object connection) {
        return bodies.stream().anyMatch(body -> body.isOn(connection));
    }
}

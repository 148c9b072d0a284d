package io.redress.simulation.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Where the time of a run goes. */
public final class RunTimings {

    private final long start = System.nanoTime();
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** Something that may fail. */
    interface Work {
        void run() throws Exception;
    }

    void on(String what, Work work) throws Exception {
        of(what, () -> {
            work.run();
            return true;
        });
    }

    <T> T of(String what, Callable<T> work) throws Exception {
        long before = System.nanoTime();
        try {
            return work.call();
        } finally {
            nanos.merge(what, System.nanoTime() - before, Long::sum);
        }
    }

    public Duration total() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public Map<String, Duration> parts() {
        var parts = new LinkedHashMap<String, Duration>();
        nanos.forEach((what, time) -> parts.put(what, Duration.ofNanos(time)));
        return parts;
    }
}

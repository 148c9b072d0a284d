package io.redress.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Customers' programs: each has one connection, sends a complaint, and waits for the answer before the next. */
final class LoadSenders {

    private static final long REFUSED_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int MOST_ATTEMPTS = 300;

    private final List<URI> hubs;
    private final ComplaintTracker tracker;
    private final int connections;
    private final AtomicLong refused = new AtomicLong();

    /** @param hubs each gets its share of the connections */
    LoadSenders(List<URI> hubs, ComplaintTracker tracker, int connections) {
        this.hubs = hubs;
        this.tracker = tracker;
        this.connections = connections;
    }

    /** Answers 429 and 503 so far; the same complaint is sent again after a tenth of a second. */
    long refused() {
        return refused.get();
    }

    /** Sends as fast as the answers come. */
    void flood(IntFunction<byte[]> requests, double seconds) throws Exception {
        long end = after(seconds);
        together(sender -> {
            while (System.nanoTime() < end) {
                sender.send(requests, System.nanoTime());
            }
        });
    }

    /** Sends as fast as complaints are taken: at most {@code window} are under way. */
    void flow(IntFunction<byte[]> requests, double seconds, int window) throws Exception {
        long end = after(seconds);
        var free = new Semaphore(window);
        tracker.whenTaken(free::release);
        together(sender -> {
            while (System.nanoTime() < end) {
                if (free.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    sender.send(requests, System.nanoTime());
                }
            }
        });
        tracker.whenTaken(() -> {});
    }

    /** Sends by a timetable; a complaint that has to wait for its connection is late by that much. */
    void paced(IntFunction<byte[]> requests, double seconds, double perSecond) throws Exception {
        long start = System.nanoTime();
        long end = after(seconds);
        var next = new AtomicLong();
        together(sender -> {
            while (true) {
                long due = start + (long) (next.getAndIncrement() * 1e9 / perSecond);
                if (due >= end) {
                    return;
                }
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                sender.send(requests, due);
            }
        });
    }

    private static long after(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }

    private interface Work {
        void with(Sender sender) throws Exception;
    }

    private void together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                URI hub = hubs.get(i % hubs.size());
                all.add(threads.submit(() -> {
                    try (var sender = new Sender(hub)) {
                        work.with(sender);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a sender gave up", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private final class Sender implements AutoCloseable {

        private final URI hub;
        private KeepAliveConnection connection;

        Sender(URI hub) {
            this.hub = hub;
        }

        void send(IntFunction<byte[]> requests, long due) throws IOException {
            int number = tracker.issue();
            tracker.due(number, due);
            byte[] request = requests.apply(number);
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                if (connection == null || !connection.isReusable()) {
                    close();
                    connection = new KeepAliveConnection(hub);
                }
                int status = connection.send(request);
                if (status == 202) {
                    tracker.accepted(number, System.nanoTime());
                    return;
                }
                if (status != 429 && status != 503) {
                    throw new IOException(ComplaintTracker.marker(number) + " was answered with " + status);
                }
                refused.incrementAndGet();
                LockSupport.parkNanos(REFUSED_PAUSE);
            }
            throw new IOException(ComplaintTracker.marker(number) + " was refused " + MOST_ATTEMPTS + " times");
        }

        @Override
        public void close() throws IOException {
            if (connection != null) {
                connection.close();
            }
        }
    }
}

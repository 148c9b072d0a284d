package io.redress.chaos;

import io.redress.blackbox.HubProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the hub running, as systemd does with {@code Restart=always}: a process that has ended is started again. */
final class HubSupervisor implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HubProcess hub;
    private final AtomicInteger starts = new AtomicInteger();
    private final Thread thread = new Thread(this::keep, "keeper");
    private volatile boolean ended;

    HubSupervisor(HubProcess hub) {
        this.hub = hub;
        thread.setDaemon(true);
        thread.start();
    }

    int starts() {
        return starts.get();
    }

    /** Whether the hub was ready before the time was over. */
    boolean ready(Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!hub.isReady()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(200);
        }
        return true;
    }

    /** Does something while the hub is down and stays down. */
    synchronized void meanwhile(Runnable work) {
        hub.kill();
        work.run();
    }

    private synchronized void startIfEnded() {
        if (!hub.isAlive()) {
            hub.launch();
            starts.incrementAndGet();
        }
    }

    private void keep() {
        try {
            while (!ended) {
                startIfEnded();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}

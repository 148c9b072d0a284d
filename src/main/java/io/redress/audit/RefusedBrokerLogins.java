package io.redress.audit;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes down who could not log in at the broker. The broker does not wait for the database: a thread of its own writes, and of
 * more than a thousand that wait while the database is away the rest are left to the broker's counter and log.
 */
public final class RefusedBrokerLogins implements AutoCloseable {

    private static final int WAITING = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final RefusedAttempts attempts;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            0,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
                var thread = new Thread(work, "broker-login-audit");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    public RefusedBrokerLogins(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    /**
     * @param address as the broker names it, such as {@code tcp://10.0.0.5:40112}
     * @param reason without what was typed
     */
    public void refused(@Nullable String address, String reason) {
        writer.execute(() -> attempts.refused(AuditActs.BROKER_LOGIN, AuditActor.UNKNOWN, host(address), reason));
    }

    /** Without scheme and port. */
    static String host(@Nullable String address) {
        return address == null
                ? ""
                : address.replaceFirst("^[a-z0-9+]+:/*", "")
                        .replaceFirst(":\\d+$", "")
                        .replaceAll("[\\[\\]]", "");
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}

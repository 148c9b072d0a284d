package io.redress.camel.delivery;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one target's deliveries, as many as are under way: with threads that all targets share, which Camel's
 * circuit breaker takes by default, a target that hangs would hold up the others. Idle ones end.
 */
public final class DeliveryThreads extends ThreadPoolExecutor {

    private static final long IDLE_SECONDS = 30;

    public DeliveryThreads() {
        super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(task, "delivery");
            thread.setDaemon(true);
            return thread;
        });
    }
}

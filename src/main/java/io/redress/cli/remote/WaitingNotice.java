package io.redress.cli.remote;

import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;

/** Tells a person at a terminal, on standard error, that the hub has been working for two seconds; a script is told nothing. */
final class WaitingNotice implements AutoCloseable {

    private static final int SECONDS = 2;

    private final ScheduledExecutorService clock;

    WaitingNotice(URI hub) {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "waiting");
            thread.setDaemon(true);
            return thread;
        });
        if (Ansi.AUTO.enabled()) {
            clock.schedule(() -> System.err.println("waiting for " + hub + " …"), SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

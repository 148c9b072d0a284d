package io.redress.cli.check;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says what a command is at, when it has been at it for two seconds, and again when that changes. */
final class ProgressReporter implements AutoCloseable {

    private static final int SECONDS = 2;

    private final Set<String> underWay = new ConcurrentSkipListSet<>();
    private final ScheduledExecutorService clock;
    private String told = "";

    ProgressReporter(PrintWriter out) {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(() -> tell(out), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void begin(String what) {
        underWay.add(what);
    }

    void end(String what) {
        underWay.remove(what);
    }

    private void tell(PrintWriter out) {
        String now = String.join(", ", underWay);
        if (!now.isEmpty() && !now.equals(told)) {
            told = now;
            out.println("checking: " + now + " …");
            out.flush();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

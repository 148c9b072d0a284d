package io.redress.bench;

import java.util.function.IntFunction;

/** The way from acceptance to the category's queue, with no more under way than the window lets in. */
final class ThroughputRun {

    private final BenchSettings settings;
    private final BenchmarkReport report;
    private final BenchHub hub;

    ThroughputRun(BenchSettings settings, BenchmarkReport report, BenchHub hub) {
        this.settings = settings;
        this.report = report;
        this.hub = hub;
    }

    Rounds measure(String phase, String name, IntFunction<byte[]> requests) throws Exception {
        var rounds = new Rounds(hub);
        for (int i = 0; i < settings.rounds; i++) {
            measureOnce(rounds, requests);
        }
        report.row(phase, name, BenchmarkReport.PER_SECOND, rounds.takenPerSecond());
        return rounds;
    }

    /** Adds a round. */
    void measureOnce(Rounds rounds, IntFunction<byte[]> requests) throws Exception {
        rounds.add(() -> {
            long start = System.nanoTime();
            hub.senders().flow(requests, settings.seconds, settings.window);
            return (System.nanoTime() - start) / 1e9;
        });
    }

    /** How long a complaint takes when half as many come as the hub could pass on. */
    void latency(double perSecond) throws Exception {
        int from = hub.tracker.issued();
        hub.senders().paced(hub.forms(), 2.0 * settings.seconds, perSecond / 2);
        hub.awaitAll();
        int to = hub.tracker.issued();
        report.row("queue", "load at which times are measured", BenchmarkReport.PER_SECOND, perSecond / 2);
        report.percentiles("queue", "until answered", hub.tracker.toAcceptance(from, to));
        report.percentiles("queue", "from answer to queue", hub.tracker.fromAcceptance(from, to));
    }
}

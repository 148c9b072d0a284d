package io.redress.bench;

/** What a second hub adds: one hub on a core, then two on a core each; each time new ones, for a hub gets faster with its age. */
final class NodesBenchmark {

    private static final String PHASE = "nodes";
    private static final String ONE = "to queue, steady, one hub on one core";
    private static final String TWO = "to queue, steady, two hubs on a core each";
    private static final int WARM_UPS = 4;

    private final BenchSettings settings;
    private final BenchmarkReport report;

    NodesBenchmark(BenchSettings settings, BenchmarkReport report) {
        this.settings = settings;
        this.report = report;
    }

    void measure() throws Exception {
        Rounds one = measure(1, ONE);
        Rounds two = measure(2, TWO);
        report.times(
                PHASE,
                "rate of two, times that of one",
                BenchmarkReport.median(two.takenPerSecond()),
                report.median(PHASE, ONE));
        report.row(PHASE, Rounds.CPU_PER_COMPLAINT + ", one hub", "ms", one.cpuPerComplaint());
        report.row(PHASE, Rounds.CPU_PER_COMPLAINT + ", two hubs", "ms", two.cpuPerComplaint());
    }

    private Rounds measure(int hubs, String name) throws Exception {
        try (var nodes = new HubNodes(settings, "nodes-" + hubs)) {
            for (int core = 0; core < hubs; core++) {
                nodes.start(core);
            }
            for (int i = 0; i < WARM_UPS; i++) {
                nodes.senders().flow(nodes.forms(), settings.warmUp, settings.window);
            }
            nodes.awaitAll();
            return new ThroughputRun(settings, report, nodes).measure(PHASE, name, nodes.forms());
        }
    }
}

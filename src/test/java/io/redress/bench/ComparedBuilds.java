package io.redress.bench;

import java.nio.file.Path;
import java.util.List;

/** This build and another one under the same load, in turn round by round: what else the machine does then concerns both. */
final class ComparedBuilds {

    private static final String OTHER = "other";
    private static final String THIS = "this";
    private static final String PERCENT = "%";
    private static final String ROWS = "rows of a file to queue";
    private static final String ROW_CPU = "CPU with PostgreSQL for a row";

    private final BenchSettings settings;
    private final BenchmarkReport report;

    ComparedBuilds(BenchSettings settings, BenchmarkReport report) {
        this.settings = settings;
        this.report = report;
    }

    /** @param jar the other build's, in the target folder of its checkout */
    void measure(Path jar) throws Exception {
        var complaints = new Complaints(settings.seed, 0, settings.email);
        try (var other = new BenchHub(settings, "hub-other", complaints).of(jar);
                var own = new BenchHub(settings, "hub-this", complaints)) {
            start(OTHER, other);
            start(THIS, own);
            new ThroughputRun(settings, report, other).warmUp();
            new ThroughputRun(settings, report, own).warmUp();
            var others = new Rounds(other);
            var owns = new Rounds(own);
            for (int i = 0; i < settings.rounds; i++) {
                new ThroughputRun(settings, report, other).measureOnce(others, other.forms());
                new ThroughputRun(settings, report, own).measureOnce(owns, own.forms());
            }
            tell(OTHER, other, others);
            tell(THIS, own, owns);
            compare("to queue", owns.takenPerSecond(), others.takenPerSecond());
            compare("CPU of hub and PostgreSQL", owns.cpuPerComplaint(), others.cpuPerComplaint());
            files(other, own);
            latency(other, own);
        }
    }

    private void files(BenchHub other, BenchHub own) throws Exception {
        var others = new Rounds(other);
        var owns = new Rounds(own);
        for (int i = 0; i < settings.rounds; i++) {
            new ChannelLoads(settings, report, other).measureFile(others);
            new ChannelLoads(settings, report, own).measureFile(owns);
        }
        report.row(OTHER, ROWS, BenchmarkReport.PER_SECOND, others.takenPerSecond());
        report.row(THIS, ROWS, BenchmarkReport.PER_SECOND, owns.takenPerSecond());
        report.row(OTHER, ROW_CPU, "ms", others.cpuPerComplaint());
        report.row(THIS, ROW_CPU, "ms", owns.cpuPerComplaint());
        compare(ROWS, owns.takenPerSecond(), others.takenPerSecond());
        compare(ROW_CPU, owns.cpuPerComplaint(), others.cpuPerComplaint());
    }

    /** Both at the same load, which is half of what the other build passes on. */
    private void latency(BenchHub other, BenchHub own) throws Exception {
        double perSecond = report.median(OTHER, BenchmarkReport.FLOW).orElseThrow();
        new ThroughputRun(settings, report, other).latency(OTHER, perSecond);
        new ThroughputRun(settings, report, own).latency(THIS, perSecond);
    }

    private void compare(String name, List<Double> own, List<Double> other) {
        double share = BenchmarkReport.median(own) / BenchmarkReport.median(other);
        report.row(THIS, name + ", of the other build", PERCENT, 100 * share);
    }

    private void start(String build, BenchHub hub) throws Exception {
        hub.start();
        report.row(build, "first start, an empty data folder", "s", hub.startSeconds);
        report.row(build, "CPU of the hub until it is ready", "s", hub.startProcessorSeconds);
    }

    private void tell(String build, BenchHub hub, Rounds rounds) throws Exception {
        report.row(build, BenchmarkReport.FLOW, BenchmarkReport.PER_SECOND, rounds.takenPerSecond());
        rounds.reportCpu(report, build);
        rounds.written(report, build);
        report.row(build, "memory of the hub (RSS)", "MB", hub.residentMegabytes());
        report.row(build, "memory of its PostgreSQL (PSS)", "MB", hub.postgresMegabytes());
    }
}

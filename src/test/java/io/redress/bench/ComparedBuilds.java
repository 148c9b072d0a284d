package io.redress.bench;

import java.nio.file.Path;

/** This build and another one under the same load, in turn round by round: what else the machine does then concerns both. */
final class ComparedBuilds {

    private static final String OTHER = "other";
    private static final String THIS = "this";
    private static final String PERCENT = "%";

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
            double rate = report.median(THIS, BenchmarkReport.FLOW).orElseThrow()
                    / report.median(OTHER, BenchmarkReport.FLOW).orElseThrow();
            report.row(THIS, "to queue, of the other build", PERCENT, 100 * rate);
            report.row(
                    THIS,
                    "CPU of hub and PostgreSQL, of the other build",
                    PERCENT,
                    100
                            * BenchmarkReport.median(owns.cpuPerComplaint())
                            / BenchmarkReport.median(others.cpuPerComplaint()));
        }
    }

    private void start(String build, BenchHub hub) throws Exception {
        hub.start();
        hub.restart();
        report.row(build, "start", "s", hub.startSeconds);
    }

    private void tell(String build, BenchHub hub, Rounds rounds) throws Exception {
        report.row(build, BenchmarkReport.FLOW, BenchmarkReport.PER_SECOND, rounds.takenPerSecond());
        rounds.reportCpu(report, build);
        rounds.written(report, build);
        report.row(build, "memory of the hub (RSS)", "MB", hub.residentMegabytes());
        report.row(build, "memory of its PostgreSQL (PSS)", "MB", hub.postgresMegabytes());
    }
}

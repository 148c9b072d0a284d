package io.redress.bench;

import java.util.ArrayList;
import java.util.List;

/** The hub beside programs that do its job with less, under the same load in turn round by round, as builds are compared. */
final class References {

    private final BenchSettings settings;
    private final BenchmarkReport report;

    /**
     * @param phase of its rows
     * @param first number of a complaint that is measured
     */
    private record Measured(String phase, SystemUnderLoad system, Rounds rounds, int first) {

        static Measured of(String phase, SystemUnderLoad system) {
            return new Measured(
                    phase, system, new Rounds(system), system.tracker().issued());
        }
    }

    References(BenchSettings settings, BenchmarkReport report) {
        this.settings = settings;
        this.report = report;
    }

    /** @param warmHub one that has been under load */
    void measure(BenchHub warmHub) throws Exception {
        Measured hub = Measured.of("hub", warmHub);
        List<Measured> references = new ArrayList<>();
        try (var each = ReferenceSystem.plainJava("each", settings, warmHub.complaints, 1);
                var grouped = ReferenceSystem.plainJava("grouped", settings, warmHub.complaints, settings.group);
                var nodeRed = settings.nodeRed ? nodeRed(warmHub.complaints) : null) {
            references.add(warm("each", each));
            references.add(warm("grouped", grouped));
            if (nodeRed != null) {
                references.add(warm("node-red", nodeRed));
            }
            for (int i = 0; i < settings.rounds; i++) {
                round(hub);
                for (Measured reference : references) {
                    round(reference);
                }
            }
            tell(hub);
            for (Measured reference : references) {
                tell(reference);
            }
        }
        for (Measured reference : references) {
            times("rate to queue", BenchmarkReport.FLOW, hub, reference);
            times("CPU with PostgreSQL", Rounds.CPU_PER_COMPLAINT, hub, reference);
        }
    }

    /** Null where it is not possible. */
    private ReferenceSystem nodeRed(Complaints complaints) throws Exception {
        if (!NodeRed.isAvailable()) {
            report.note("Node-RED was not measured: node and npm are not on the PATH.");
            return null;
        }
        NodeRed nodeRed = NodeRed.installed(settings.folder.resolve("node-red"));
        report.note("The reference in phase node-red is " + nodeRed.version() + ".");
        return new ReferenceSystem(
                "node-red", settings, complaints, (port, database) -> nodeRed.at(port, database, settings.connections));
    }

    private Measured warm(String phase, ReferenceSystem reference) throws Exception {
        new ThroughputRun(settings, report, reference).warmUp();
        return Measured.of(phase, reference);
    }

    private void round(Measured one) throws Exception {
        new ThroughputRun(settings, report, one.system())
                .measureOnce(one.rounds(), one.system().forms());
    }

    private void tell(Measured one) throws Exception {
        report.row(
                one.phase(),
                BenchmarkReport.FLOW,
                BenchmarkReport.PER_SECOND,
                one.rounds().takenPerSecond());
        one.rounds().reportCpu(report, one.phase());
        ComplaintTracker tracker = one.system().tracker();
        report.percentiles(
                one.phase(), "until answered, at full speed", tracker.toAcceptance(one.first(), tracker.issued()));
        report.row(
                one.phase(),
                "memory with its PostgreSQL (PSS)",
                "MB",
                one.system().memoryMegabytes());
    }

    /** How many times a reference's figure the hub's is. */
    private void times(String figure, String row, Measured hub, Measured reference) {
        report.times(
                hub.phase(),
                figure + ", times that of " + reference.phase(),
                report.median(hub.phase(), row).orElseThrow(),
                report.median(reference.phase(), row));
    }
}

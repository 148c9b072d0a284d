package io.redress.bench;

import java.util.Optional;
import java.util.function.IntFunction;

/** The way from acceptance to the category's queue, with no more under way than the window lets in. */
final class ThroughputRun {

    private static final int MOST_WARM_UPS = 4;
    private static final int SECONDS_PER_MINUTE = 60;

    private final BenchSettings settings;
    private final BenchmarkReport report;
    private final SystemUnderLoad system;

    ThroughputRun(BenchSettings settings, BenchmarkReport report, SystemUnderLoad system) {
        this.settings = settings;
        this.report = report;
        this.system = system;
    }

    /** Sends forms until the program's code is compiled and its pools are full; longer where the machine is slow. */
    void warmUp() throws Exception {
        for (int i = 0; i == 0 || i < MOST_WARM_UPS && system.tracker().issued() < settings.warmUpComplaints; i++) {
            system.senders().flow(system.forms(), settings.warmUp, settings.window);
            system.awaitAll();
        }
    }

    /** Measures minute by minute from the start: how long the hub takes to reach full speed. */
    void minutes() throws Exception {
        for (int minute = 1; minute <= settings.minutes; minute++) {
            var round = new Rounds(system);
            measureOnce(round, system.forms(), SECONDS_PER_MINUTE);
            report.row("minutes", rateOf(minute), BenchmarkReport.PER_SECOND, round.takenPerSecond());
            report.row("minutes", Rounds.CPU_PER_COMPLAINT + ", minute " + minute, "ms", round.cpuPerComplaint());
        }
        Optional<Double> last = report.median("minutes", rateOf(settings.minutes));
        report.median("minutes", rateOf(2))
                .ifPresent(
                        second -> report.times("minutes", "rate in the second minute, times the last's", second, last));
    }

    private static String rateOf(int minute) {
        return "to queue, minute " + minute;
    }

    Rounds measure(String phase, String name, IntFunction<byte[]> requests) throws Exception {
        var rounds = new Rounds(system);
        for (int i = 0; i < settings.rounds; i++) {
            measureOnce(rounds, requests);
        }
        report.row(phase, name, BenchmarkReport.PER_SECOND, rounds.takenPerSecond());
        return rounds;
    }

    /** Adds a round. */
    void measureOnce(Rounds rounds, IntFunction<byte[]> requests) throws Exception {
        measureOnce(rounds, requests, settings.seconds);
    }

    private void measureOnce(Rounds rounds, IntFunction<byte[]> requests, int seconds) throws Exception {
        rounds.add(() -> {
            long start = System.nanoTime();
            system.senders().flow(requests, seconds, settings.window);
            return (System.nanoTime() - start) / 1e9;
        });
    }

    /** How long a complaint takes when half as many come as the hub could pass on. */
    void latency(String phase, double perSecond) throws Exception {
        int from = system.tracker().issued();
        system.senders().paced(system.forms(), 2.0 * settings.seconds, perSecond / 2);
        system.awaitAll();
        int to = system.tracker().issued();
        report.row(phase, "load at which times are measured", BenchmarkReport.PER_SECOND, perSecond / 2);
        report.percentiles(phase, "until answered", system.tracker().toAcceptance(from, to));
        report.percentiles(phase, "from answer to queue", system.tracker().fromAcceptance(from, to));
    }
}

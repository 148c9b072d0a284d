package io.redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The measured rounds of one kind of load, and the rows that they give. */
final class Rounds {

    /** The row of {@link #costs}. */
    static final String CPU_PER_COMPLAINT = "CPU with PostgreSQL for a complaint";

    private final SystemUnderLoad system;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(SystemUnderLoad system) {
        this.system = system;
    }

    /** Sends complaints, and gives how many seconds passed until the last of them was accepted. */
    interface Sending {
        double send() throws Exception;
    }

    /** Times in seconds: until the last was accepted, until the last was taken. */
    private record Round(int complaints, double accepted, double taken, ResourceUsage used, long logged) {

        double each(double sum) {
            return sum / complaints;
        }
    }

    void add(Sending sending) throws Exception {
        int before = system.tracker().issued();
        long logged = system.walPosition();
        ResourceUsage usage = system.usage();
        long start = System.nanoTime();
        double accepted = sending.send();
        system.awaitAll();
        double taken = (system.tracker().lastTaken() - start) / 1e9;
        int complaints = system.tracker().issued() - before;
        ResourceUsage used = system.usage().since(usage);
        rounds.add(new Round(complaints, accepted, taken, used, system.walPosition() - logged));
    }

    List<Double> acceptedPerSecond() {
        return each(round -> round.complaints() / round.accepted());
    }

    List<Double> takenPerSecond() {
        return each(round -> round.complaints() / round.taken());
    }

    /** Processor time of the program and its PostgreSQL for a complaint, in milliseconds. */
    List<Double> cpuPerComplaint() {
        return each(round -> round.each((round.used().hub() + round.used().postgres()) * 1e3));
    }

    void reportCpu(BenchmarkReport report, String phase) {
        report.row(phase, CPU_PER_COMPLAINT, "ms", cpuPerComplaint());
        report.row(
                phase,
                "CPU of " + system.program() + " for a complaint",
                "ms",
                each(round -> round.each(round.used().hub() * 1e3)));
        report.row(
                phase,
                "CPU of its PostgreSQL for a complaint",
                "ms",
                each(round -> round.each(round.used().postgres() * 1e3)));
        report.row(
                phase,
                "CPU of load, mail server and taker for each",
                "ms",
                each(round -> round.each(round.used().generator() * 1e3)));
        report.times(
                phase,
                "CPU with PostgreSQL, times the raw broker's",
                BenchmarkReport.median(cpuPerComplaint()),
                report.median("limits", BenchmarkReport.RAW_CPU));
    }

    void written(BenchmarkReport report, String phase) {
        report.row(
                phase,
                "written by " + system.program() + " for a complaint",
                "KB",
                each(round -> kilobytes(round, round.used.hubWrote())));
        report.row(
                phase,
                "written by its PostgreSQL for a complaint",
                "KB",
                each(round -> kilobytes(round, round.used.postgresWrote())));
        report.row(
                phase,
                "write-ahead log of its PostgreSQL for each",
                "KB",
                each(round -> kilobytes(round, round.logged())));
        report.row(
                phase,
                "written by the disk for a complaint",
                "KB",
                each(round -> kilobytes(round, round.used.diskWrote())));
    }

    private static double kilobytes(Round round, long bytes) {
        return round.each(bytes / 1e3);
    }

    private List<Double> each(ToDoubleFunction<Round> value) {
        return rounds.stream().mapToDouble(value).boxed().toList();
    }
}

package io.redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The measured rounds of one kind of load, and the rows that they give. */
final class Rounds {

    private final BenchHub hub;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(BenchHub hub) {
        this.hub = hub;
    }

    /** Sends complaints, and gives how many seconds passed until the last of them was accepted. */
    interface Sending {
        double send() throws Exception;
    }

    /** Times in seconds: until the last was accepted, until the last was taken. */
    private record Round(int complaints, double accepted, double taken, ResourceUsage used) {

        double each(double sum) {
            return sum / complaints;
        }
    }

    void add(Sending sending) throws Exception {
        int before = hub.tracker.issued();
        ResourceUsage usage = hub.usage();
        long start = System.nanoTime();
        double accepted = sending.send();
        hub.awaitAll();
        double taken = (hub.tracker.lastTaken() - start) / 1e9;
        int complaints = hub.tracker.issued() - before;
        rounds.add(new Round(complaints, accepted, taken, hub.usage().since(usage)));
    }

    List<Double> acceptedPerSecond() {
        return each(round -> round.complaints() / round.accepted());
    }

    List<Double> takenPerSecond() {
        return each(round -> round.complaints() / round.taken());
    }

    /** Processor time of the hub and its PostgreSQL for a complaint, in milliseconds; the median. */
    double costOfEach() {
        double[] costs = rounds.stream()
                .mapToDouble(
                        round -> round.each((round.used().hub() + round.used().postgres()) * 1e3))
                .sorted()
                .toArray();
        return (costs[(costs.length - 1) / 2] + costs[costs.length / 2]) / 2;
    }

    void cost(BenchmarkReport report, String phase) {
        report.row(
                phase,
                "CPU of the hub for a complaint",
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
    }

    void written(BenchmarkReport report, String phase) {
        report.row(
                phase,
                "written by the hub for a complaint",
                "KB",
                each(round -> kilobytes(round, round.used.hubWrote())));
        report.row(
                phase,
                "written by its PostgreSQL for a complaint",
                "KB",
                each(round -> kilobytes(round, round.used.postgresWrote())));
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

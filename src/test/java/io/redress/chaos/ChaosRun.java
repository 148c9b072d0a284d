package io.redress.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One run: the hub with its peers, the load, the faults, the time in which everything comes to its end, and the account. */
final class ChaosRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CLOSING_SPEED = 7_200;

    private final ChaosPlan plan;
    private final ChaosReport report;
    final Installation site;
    private final HubSupervisor hubSupervisor;
    private final FaultInjector faultInjector;
    private final SenderRecords senderRecords = new SenderRecords();
    private final Map<ChaosFault, Integer> made = new LinkedHashMap<>();

    ChaosRun(ChaosPlan plan) throws IOException, SQLException {
        this.plan = plan;
        this.report = new ChaosReport(plan);
        this.site = new Installation(plan);
        this.hubSupervisor = new HubSupervisor(site.hub);
        this.faultInjector = new FaultInjector(site, hubSupervisor);
    }

    private interface Act {
        void run() throws IOException, SQLException;
    }

    private record Moment(Duration at, String what, Act act) {}

    /** Runs the faults that the seed draws. */
    Map<String, Set<String>> run() throws Exception {
        return run(Timeline.of(plan.seed(), plan.run(), faultInjector.possible()));
    }

    /** What does not fit, by rule; every set is empty after a good run. */
    Map<String, Set<String>> run(Timeline timeline) throws Exception {
        if (!site.disk.isOwn()) {
            report.line("no fault \"disk full\": this machine mounts no file system (%s)".formatted(site.disk.why()));
        }
        ready("at the start");
        plan.sabotage().afterTheStart(site);
        try (var downstream = new Downstream(site, plan.seed());
                var senders = new ChaosSenders(site, senderRecords, plan.seed());
                var post = new MailAndFileSenders(site, senderRecords, plan.seed() + 100)) {
            play(timeline, senders);
            ready("after the last fault");
            senders.finish(PATIENCE);
            post.finish(PATIENCE);
            close(downstream);
            var hubRecords = new HubRecords(site.hub);
            var reconciliation = new Reconciliation(senderRecords, downstream, hubRecords);
            reconciliation.reckon();
            if (plan.sabotage() == Sabotage.NONE) {
                reconciliation.dueWork();
            }
            report.table(made, hubSupervisor.starts(), senderRecords, reconciliation);
            return reconciliation.wrong();
        }
    }

    private void play(Timeline timeline, ChaosSenders senders) throws Exception {
        List<Moment> moments = timeline.steps().stream()
                .flatMap(step -> moments(step, senders))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
        Instant start = Instant.now();
        for (Moment moment : moments) {
            until(start.plus(moment.at()));
            report.event(Duration.between(start, Instant.now()), moment.what());
            moment.act().run();
        }
        until(start.plus(plan.run()));
    }

    private Stream<Moment> moments(Timeline.Step step, ChaosSenders senders) {
        var moments = new ArrayList<Moment>();
        String title = step.fault().title;
        if (step.fault().endsTheHub()) {
            moments.add(new Moment(step.at().minus(step.lead()), "senders rush", () -> senders.rush(plan.rush())));
        }
        moments.add(new Moment(step.at(), title + (step.shift().isZero() ? "" : " " + step.shift()), () -> {
            faultInjector.begin(step);
            made.merge(step.fault(), 1, Integer::sum);
        }));
        if (!step.length().isZero()) {
            moments.add(new Moment(step.at().plus(step.length()), title + ": over", () -> faultInjector.end(step)));
        }
        return moments.stream();
    }

    /** Days pass, so that all that is owed becomes due, and is done. */
    private void close(Downstream downstream) throws Exception {
        HubRecords hubRecords = new HubRecords(site.hub);
        settled("hand-off and triage", () -> downstream.quiet() > 3 && hubRecords.intake() == 0);
        if (plan.sabotage() != Sabotage.NONE) {
            return;
        }
        report.line("ten days pass");
        site.clock.shift(Duration.ofDays(10), CLOSING_SPEED);
        site.hub.set("redress.clock.speed", CLOSING_SPEED);
        site.hub.kill();
        ready("ten days later");
        settled(
                "due work",
                () -> downstream.quiet() > 5
                        && hubRecords.openCallbacks().isEmpty()
                        && hubRecords.tickets().stream().allMatch(ticket -> List.of("received", "closed")
                                .contains(ticket.path("status").asText()))
                        && new DueWorkDone(downstream, hubRecords).breaches().isEmpty());
    }

    private interface Condition {
        boolean holds();
    }

    /** Waits; what is still open when the patience ends, the account will name. */
    private void settled(String what, Condition condition) throws InterruptedException {
        Instant start = Instant.now();
        while (Instant.now().isBefore(start.plus(PATIENCE))) {
            try {
                if (condition.holds()) {
                    report.line("%s: at its end after %d s".formatted(what, seconds(start)));
                    return;
                }
            } catch (RuntimeException e) {
                report.line(what + ": the hub does not answer yet: " + e.getMessage());
            }
            Thread.sleep(2_000);
        }
        report.line("%s: NOT at its end after %d s".formatted(what, seconds(start)));
    }

    private void ready(String when) throws InterruptedException {
        Instant start = Instant.now();
        Thread.sleep(1_500); // a killed hub is started again within a second
        if (!hubSupervisor.ready(PATIENCE)) {
            throw new HubNotReady("the hub is not ready %s after %s, see %s"
                    .formatted(when, PATIENCE, site.folder().resolve("hub.log")));
        }
        report.line("ready %s within %d s".formatted(when, seconds(start)));
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }

    private static void until(Instant time) throws InterruptedException {
        long wait = Duration.between(Instant.now(), time).toMillis();
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }

    @Override
    public void close() throws IOException {
        hubSupervisor.close();
        site.close();
    }
}

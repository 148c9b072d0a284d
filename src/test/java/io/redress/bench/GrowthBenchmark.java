package io.redress.bench;

import io.redress.sandbox.SignedWebhook;
import java.util.Set;
import java.util.function.IntFunction;

/** The same flow when there is more of everything: tickets in the ledger, channels, text in a complaint. */
final class GrowthBenchmark {

    private static final String TICKETS = "tickets";
    private static final String CHANNELS = "channels";
    private static final String LONG = "long";
    static final Set<String> PHASES = Set.of(TICKETS, CHANNELS, LONG);
    private static final int WARM_UPS = 4;
    private static final int LEAST_CHANNELS = 4;

    private final BenchSettings settings;
    private final BenchmarkReport report;

    GrowthBenchmark(BenchSettings settings, BenchmarkReport report) {
        if (settings.channels < LEAST_CHANNELS) {
            throw new IllegalArgumentException("-Dbench.channels is at least 4, for one of each kind");
        }
        this.settings = settings;
        this.report = report;
    }

    /** The hub is left with the tickets in its ledger. */
    void manyTickets(BenchHub hub) throws Exception {
        long start = System.nanoTime();
        long bytes = FilledLedger.fill(hub.databaseUrl(), hub.databasePassword(), settings.tickets);
        report.note("The ledger was filled with %,d tickets in %.0f s; the database has %,d MB then."
                .formatted(settings.tickets, (System.nanoTime() - start) / 1e9, bytes / 1_000_000));
        String name = "to queue, %,d tickets in the ledger".formatted(settings.tickets);
        hub.senders().flow(hub.forms(), settings.warmUp / 3.0, settings.window);
        hub.awaitAll();
        Rounds rounds = new ThroughputRun(settings, report, hub).measure(TICKETS, name, hub.forms());
        rounds.reportCpu(report, TICKETS);
    }

    /** Half of the channels are forms, a quarter webhooks, a quarter folders for call files; the load is spread over the forms and webhooks. */
    void manyChannels() throws Exception {
        var complaints = new Complaints(settings.seed, 0, settings.email);
        try (var hub = new BenchHub(settings, "hub-channels", complaints)) {
            int forms = 0;
            int webhooks = 0;
            for (int i = 0; i < settings.channels; i++) {
                if (i % 2 == 0) {
                    hub.channel(
                            "form-" + forms,
                            "web-form-source",
                            "path: /forms/" + forms++ + ", perMinute: " + settings.perMinute / settings.channels,
                            "hand-off");
                } else if (i % 4 == 1) {
                    hub.channel(
                            "hook-" + webhooks++,
                            "webhook-source",
                            "secret: " + SignedWebhook.SECRET + ", perMinute: "
                                    + settings.perMinute / settings.channels,
                            "hand-off");
                } else {
                    hub.channel(
                            "calls-" + i,
                            "call-file-source",
                            "mapping: call-center, folder: data/inbox/calls-" + i,
                            "hand-off-batch");
                }
            }
            int formPaths = forms;
            int hooks = webhooks;
            IntFunction<byte[]> load = number -> number % 3 == 0
                    ? complaints.webhook("/webhooks/hook-" + number / 3 % hooks, number)
                    : complaints.form("/forms/" + number % formPaths, number);
            warm(hub.start(), load);
            report.row(CHANNELS, "start, " + settings.channels + " more channels", "s", hub.startSeconds);
            Rounds rounds = new ThroughputRun(settings, report, hub)
                    .measure(CHANNELS, "to queue, " + settings.channels + " more channels", load);
            rounds.reportCpu(report, CHANNELS);
            report.row(CHANNELS, "heap in use after collection", "MB", hub.liveHeap());
        }
    }

    void longTexts() throws Exception {
        var complaints = new Complaints(settings.seed, settings.body, settings.email);
        try (var hub = new BenchHub(settings, "hub-long", complaints)) {
            warm(hub.start(), hub.forms());
            String name = "to queue, texts of %,d characters".formatted(settings.body);
            Rounds rounds = new ThroughputRun(settings, report, hub).measure(LONG, name, hub.forms());
            rounds.reportCpu(report, LONG);
            rounds.written(report, LONG);
        }
    }

    /** A hub that has just started is cold; the one without more of anything has been under load in all phases before. */
    private void warm(BenchHub hub, IntFunction<byte[]> load) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            hub.senders().flow(load, settings.warmUp, settings.window);
        }
        hub.awaitAll();
    }
}

package io.redress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** {@code mvn verify -Pbench}: what the hub does beside what its disk, broker and database could; docs/benchmark.md. */
class HubBenchmark {

    private static final List<String> MADE = List.of(
            "hub",
            "hub-other",
            "hub-this",
            "hub-channels",
            "hub-long",
            "raw-broker",
            "raw-database",
            "references",
            "nodes-1",
            "nodes-2");

    private static final Set<String> WITHOUT_HUB = Set.of("limits", "nodes", "search");

    private final BenchSettings settings = new BenchSettings();
    private final BenchmarkReport report = new BenchmarkReport();

    @Test
    void every_complaint_that_was_accepted_at_full_speed_reached_its_queue_exactly_once() throws Exception {
        QuietLogs.onlyWarnings();
        clear(settings.folder);
        report.head("machine", MachineInfo.facts(Files.createDirectories(settings.folder)));
        report.head("settings", settings.asMap());
        try {
            if (settings.has("limits")) {
                new BaselineLimits(settings, report).measure();
            } else if (settings.has("references")) {
                new BaselineLimits(settings, report).rawBroker();
            }
            if (settings.against.isPresent()) {
                new ComparedBuilds(settings, report).measure(settings.against.get());
            }
            if (settings.phases.stream().anyMatch(phase -> !WITHOUT_HUB.contains(phase))) {
                measureHub();
            }
            if (settings.has("growth")) {
                var growth = new GrowthBenchmark(settings, report);
                growth.manyChannels();
                growth.longTexts();
            }
            if (settings.has("nodes")) {
                new NodesBenchmark(settings, report).measure();
            }
            if (settings.has("search")) {
                new SearchBenchmark(settings, report).measure();
            }
        } finally {
            report.head("loadAfter", MachineInfo.load());
            report.write(Path.of("target"));
            System.out.println(report.table());
        }
    }

    private void measureHub() throws Exception {
        try (var hub = new BenchHub(settings, "hub", new Complaints(settings.seed, 0, settings.email))) {
            hub.start();
            report.row("start", "first start, an empty data folder", "s", hub.startSeconds);
            if (settings.starts > 0) {
                List<Double> starts = new ArrayList<>();
                for (int i = 0; i < settings.starts; i++) {
                    hub.restart();
                    starts.add(hub.startSeconds);
                }
                report.row("start", "start", "s", starts);
            }
            double idle = hub.liveHeap();
            if (settings.has("minutes")) {
                new ThroughputRun(settings, report, hub).minutes();
            }
            new ThroughputRun(settings, report, hub).warmUp();
            var channels = new ChannelLoads(settings, report, hub);
            if (settings.has("form")) {
                channels.forms();
            }
            if (settings.has("webhook")) {
                channels.webhooks();
            }
            if (settings.has("mail")) {
                channels.mails();
            }
            if (settings.has("file")) {
                channels.files();
            }
            if (settings.has("bulk")) {
                channels.formsBesideBulk();
            }
            if (settings.has("queue")) {
                flow(hub, idle);
            }
            if (settings.has("references")) {
                new References(settings, report).measure(hub);
            }
            if (settings.has("growth")) {
                new GrowthBenchmark(settings, report).manyTickets(hub);
            }
        }
    }

    private void flow(BenchHub hub, double idle) throws Exception {
        var throughputRun = new ThroughputRun(settings, report, hub);
        Rounds rounds = throughputRun.measure("queue", BenchmarkReport.FLOW, hub.forms());
        rounds.reportCpu(report, "queue");
        rounds.written(report, "queue");
        throughputRun.latency(
                "queue", report.median("queue", BenchmarkReport.FLOW).orElseThrow());
        report.row("queue", "heap in use after collection, started", "MB", idle);
        report.row("queue", "heap in use after collection, loaded", "MB", hub.liveHeap());
        report.row("queue", "memory of the hub (RSS)", "MB", hub.residentMegabytes());
        report.row("queue", "memory of its PostgreSQL (PSS)", "MB", hub.postgresMegabytes());
        report.note("A ticket in its queue has %,d characters; a message of the raw broker %,d."
                .formatted(hub.charactersEach(), settings.message));
    }

    /** Only what an earlier run made: the folder may be anybody's. */
    private static void clear(Path folder) throws IOException {
        for (String made : MADE) {
            FileSystemUtils.deleteRecursively(folder.resolve(made));
        }
    }
}

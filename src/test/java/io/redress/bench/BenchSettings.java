package io.redress.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run is asked to do: system properties {@code bench.*}, each with a default; docs/benchmark.md lists them. */
final class BenchSettings {

    static final List<String> PHASES = List.of(
            "limits",
            "minutes",
            "form",
            "webhook",
            "mail",
            "file",
            "bulk",
            "queue",
            "references",
            "growth",
            "nodes",
            "search");
    /** Ten minutes in which nothing else is measured; hubs on a broker and a database of their own; a database alone. */
    private static final Set<String> ON_REQUEST = Set.of("minutes", "nodes", "search");

    private final Map<String, String> values = new LinkedHashMap<>();

    private final boolean quick = bool("quick");

    /** The jar of another build that is compared with this one; empty: none. */
    final Optional<Path> against =
            Optional.of(text("against", "")).filter(jar -> !jar.isBlank()).map(Path::of);

    /** None but the comparison where there is one and nothing else is asked for. */
    final List<String> phases = list("phases", against.isPresent() ? "" : usual(), ",");

    final long seed = Long.parseLong(text("seed", String.valueOf(System.nanoTime() & 0xFFFFFF)));
    /** Measured rounds of each phase. */
    final int rounds = number("rounds", 3, 2);
    /** Starts of a hub that has its data folder. */
    final int starts = number("starts", 3, 1);
    /** How many minutes from the start on are measured one by one. */
    final int minutes = number("minutes", 10, 3);
    /** How long the senders of a round send, in seconds. */
    final int seconds = number("seconds", 8, 4);
    /** How long the first load of a started hub lasts before anything is measured, in seconds. */
    final int warmUp = number("warm-up", 15, 8);
    /** How many complaints it has at least; at most four times as long for them. */
    final int warmUpComplaints = number("warm-up-complaints", 5_000, 2_000);
    /** How long accepted complaints may take to arrive after the last was sent, in seconds. */
    final int patience = number("patience", 120, 120);
    /** HTTP connections that send at once. */
    final int connections = number("connections", 16, 16);
    /** Complaints accepted and not yet taken, at most, where the flow to the queues is measured. */
    final int window = number("window", 256, 256);
    /** Threads that take from the category queues, and messages that each takes in a transaction. */
    final int takers = number("takers", 2, 2);

    final int takenAtOnce = number("taken-at-once", 50, 50);
    /** JMS connections of the raw senders and movers, as many as the hub's pool has. */
    final int pool = number("pool", 8, 8);
    /** Messages in a transaction where the raw broker is sent batches. */
    final int batch = number("batch", 20, 20);
    /** Characters of a raw message; the report shows how many a ticket has. */
    final int message = number("message", 1_200, 1_200);

    /** Complaints that the plain Java reference with groups writes in one transaction, at most. */
    final int group = number("group", 50, 50);
    /** Whether Node-RED is a reference, for which npm downloads packages. */
    final boolean nodeRed = bool("node-red");

    final int mails = number("mails", 500, 150);
    final int rows = number("rows", 10_000, 4_000);
    /** Rows and mails that are taken in while forms are sent one by one, and how long these are. */
    final int bulkRows = number("bulk-rows", 100_000, 8_000);

    final int bulkMails = number("bulk-mails", 5_000, 500);
    final int bulkSeconds = number("bulk-seconds", 60, 10);
    /** Forms a second meanwhile. */
    final int bulkForms = number("bulk-forms", 5, 5);

    final int tickets = number("tickets", 1_000_000, 100_000);
    final int channels = number("channels", 100, 100);
    /** Characters of a long complaint's text; forms take at most 20,000, which are about 60 KB of Chinese. */
    final int body = number("body", 19_900, 19_900);
    /** Rate limit of the form and the webhook, posts a minute. */
    final int perMinute = number("per-minute", 600_000, 600_000);
    /** Whether forms name an e-mail address, so that each is acknowledged by mail. */
    final boolean email = bool("email");
    /** Options of the hub's JVM, separated by blanks. */
    final List<String> jvm = list("jvm", "", " ");
    /** Settings of the hub, {@code key=value}, separated by commas. */
    final List<String> hub = list("hub", "", ",");

    final Path folder = Path.of(text("folder", "target/bench")).toAbsolutePath();

    BenchSettings() {
        if (!PHASES.containsAll(phases)) {
            throw new IllegalArgumentException("bench.phases is " + phases + "; there are " + PHASES);
        }
    }

    boolean has(String phase) {
        return phases.contains(phase);
    }

    Map<String, String> asMap() {
        return values;
    }

    /** False unless it is named; without a value it is true. */
    private boolean bool(String key) {
        return Boolean.parseBoolean(text(key, "false").replaceFirst("^$", "true"));
    }

    private int number(String key, int normal, int quickly) {
        return Integer.parseInt(text(key, String.valueOf(quick ? quickly : normal)));
    }

    private String usual() {
        return PHASES.stream()
                .filter(phase -> !ON_REQUEST.contains(phase) && !(quick && phase.equals("growth")))
                .collect(Collectors.joining(","));
    }

    private List<String> list(String key, String fallback, String divider) {
        return Arrays.stream(text(key, fallback).split(divider))
                .filter(part -> !part.isBlank())
                .toList();
    }

    private String text(String key, String fallback) {
        String value = System.getProperty("bench." + key, fallback);
        values.put(key, value);
        return value;
    }
}

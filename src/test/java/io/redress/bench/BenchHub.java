package io.redress.bench;

import io.redress.blackbox.HubProcess;
import io.redress.handoff.HubKey;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The hub under load, with its mail server and what takes its tickets, and a channel of each kind for the load. */
final class BenchHub implements SystemUnderLoad, AutoCloseable {

    static final String WEBHOOK = "bench-webhook";
    static final String CALLS = "bench-calls";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    final MailServer mail;
    final HubProcess process;
    final ComplaintTracker tracker = new ComplaintTracker();
    final Complaints complaints;
    /** From the start of the process to its readiness, in seconds. */
    double startSeconds;
    /** Processor time of the process until then, in seconds, without that of its PostgreSQL. */
    double startProcessorSeconds;

    private final BenchSettings settings;
    private TicketReceiver ticketReceiver;

    BenchHub(BenchSettings settings, String name, Complaints complaints) throws IOException {
        this.settings = settings;
        this.complaints = complaints;
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        mail = new MailServer(smtp, imap);
        process = HubProcess.withMailbox(Files.createDirectories(settings.folder.resolve(name)), smtp, imap)
                .set("redress.web-form.per-minute", settings.perMinute)
                .set("redress.mail.unproved.limited", false)
                .jvm(settings.jvm);
        settings.hub.forEach(setting ->
                process.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1)));
        connect();
    }

    /** The same hub of another build, with the routes and rules of its checkout. */
    BenchHub of(Path otherJar) throws IOException {
        process.built(otherJar);
        connect();
        return this;
    }

    private void connect() throws IOException {
        channel(
                WEBHOOK,
                "webhook-source",
                "secret: " + SignedWebhook.SECRET + ", perMinute: " + settings.perMinute,
                "hand-off");
        channel(
                CALLS,
                "call-file-source",
                "mapping: call-center, folder: data/inbox/" + CALLS + ", settle: 200, period: 100",
                "hand-off-batch");
    }

    /** Connects a channel. */
    void channel(String name, String kamelet, String parameters, String handOff) throws IOException {
        Files.writeString(process.folder().resolve("routes/channels/" + name + ".camel.yaml"), """
                - route:
                    id: %s
                    from:
                      uri: kamelet:%s
                      parameters: {channel: %s, %s}
                      steps:
                        - to: direct:%s
                """.formatted(
                        name, kamelet, name, parameters, handOff));
    }

    BenchHub start() throws Exception {
        long begin = System.nanoTime();
        process.start();
        startSeconds = (System.nanoTime() - begin) / 1e9;
        startProcessorSeconds = ResourceUsage.processor(process.pid());
        ticketReceiver = new TicketReceiver(
                process.brokerUrl(), HubProcess.BROKER_PASSWORD, tracker, settings.takers, settings.takenAtOnce);
        return this;
    }

    /** Ends the hub in peace and starts it on what it has. */
    void restart() throws Exception {
        ticketReceiver.close();
        process.close();
        start();
    }

    @Override
    public String program() {
        return "the hub";
    }

    @Override
    public ComplaintTracker tracker() {
        return tracker;
    }

    @Override
    public LoadSenders senders() {
        return new LoadSenders(List.of(process.uri("")), tracker, settings.connections);
    }

    @Override
    public IntFunction<byte[]> forms() {
        return number -> complaints.form("/complaints", number);
    }

    IntFunction<byte[]> webhooks() {
        return number -> complaints.webhook("/webhooks/" + WEBHOOK, number);
    }

    @Override
    public void awaitAll() {
        tracker.awaitTaken(tracker.issued(), settings.patience);
    }

    long charactersEach() {
        return ticketReceiver.charactersEach();
    }

    @Override
    public ResourceUsage usage() throws IOException {
        return ResourceUsage.of(List.of(process.pid()), postmaster(), settings.folder);
    }

    @Override
    public long walPosition() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(databaseUrl(), "postgres", databasePassword())) {
            return WriteAheadLog.position(connection);
        }
    }

    /** Megabytes of heap that are in use after a collection. */
    double liveHeap() throws Exception {
        jcmd("GC.run");
        String info = jcmd("GC.heap_info");
        return info.lines()
                        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                        .flatMap(line -> USED.matcher(line).results())
                        .map((MatchResult used) -> used.group(1))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1_024.0;
    }

    double residentMegabytes() throws IOException {
        return ResourceUsage.resident(process.pid()) / 1e6;
    }

    double postgresMegabytes() throws IOException {
        return ResourceUsage.proportionalSetSize(postmaster()) / 1e6;
    }

    @Override
    public double memoryMegabytes() throws IOException {
        return ResourceUsage.proportionalSetSize(process.pid()) / 1e6 + postgresMegabytes();
    }

    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmasterPid().get(3).strip() + "/postgres";
    }

    String databasePassword() {
        HubKey key = HubKey.in(process.folder().resolve("data/secrets/hub.key"));
        return HexFormat.of().formatHex(key.derive("embedded-database"));
    }

    /** Ends the hub in peace, and tells whether all that it accepted came to its queue exactly once. */
    @Override
    public void close() throws Exception {
        try {
            if (ticketReceiver != null) {
                ticketReceiver.close();
            }
        } finally {
            process.close();
            mail.close();
        }
        tracker.prove();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(postmasterPid().get(0).strip());
    }

    private List<String> postmasterPid() throws IOException {
        return Files.readAllLines(process.folder().resolve("data/postgres/postmaster.pid"));
    }

    private String jcmd(String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + ": " + output);
        }
        return output;
    }
}

package io.redress.bench;

import io.redress.blackbox.ExternalBroker;
import io.redress.blackbox.ExternalDatabase;
import io.redress.blackbox.HubProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Hubs that share an external broker and an external PostgreSQL, each on a core of its own; their senders are spread over them. */
final class HubNodes implements SystemUnderLoad, AutoCloseable {

    private final BenchSettings settings;
    private final Path folder;
    private final Complaints complaints;
    private final ComplaintTracker tracker = new ComplaintTracker();
    private final ExternalDatabase database;
    private final ExternalBroker broker;
    private final TicketReceiver ticketReceiver;
    private final List<HubProcess> hubs = new ArrayList<>();

    HubNodes(BenchSettings settings, String name) throws Exception {
        this.settings = settings;
        this.folder = Files.createDirectories(settings.folder.resolve(name));
        this.complaints = new Complaints(settings.seed, 0, settings.email);
        this.database = new ExternalDatabase(folder.resolve("database")).start();
        this.broker = new ExternalBroker(folder.resolve("broker")).start();
        this.ticketReceiver = new TicketReceiver(
                broker.url(), ExternalBroker.PASSWORD, tracker, settings.takers, settings.takenAtOnce);
    }

    /** Adds a hub that runs on no other core than the one of this number, which counts from 0. */
    void start(int core) throws IOException {
        HubProcess hub = new HubProcess(Files.createDirectories(folder.resolve("hub-" + core)))
                .set("redress.broker.url", broker.failoverUrl())
                .set("redress.broker.username", ExternalBroker.USER)
                .set("redress.broker.password", ExternalBroker.PASSWORD)
                .set("redress.database.url", database.url())
                .set("redress.database.username", "postgres")
                .set("redress.blob-dir", folder.resolve("originals"))
                .set("redress.key-file", folder.resolve("hub.key"))
                .set("redress.web-form.per-minute", settings.perMinute)
                .jvm(settings.jvm)
                .by("taskset", "--cpu-list", String.valueOf(core));
        hubs.add(hub.start());
    }

    @Override
    public String program() {
        return "the hubs";
    }

    @Override
    public ComplaintTracker tracker() {
        return tracker;
    }

    @Override
    public LoadSenders senders() {
        List<URI> addresses = hubs.stream().map(hub -> hub.uri("")).toList();
        return new LoadSenders(addresses, tracker, settings.connections);
    }

    @Override
    public IntFunction<byte[]> forms() {
        return number -> complaints.form("/complaints", number);
    }

    @Override
    public void awaitAll() {
        tracker.awaitTaken(tracker.issued(), settings.patience);
    }

    @Override
    public ResourceUsage usage() throws IOException {
        return ResourceUsage.of(pids(), database.pid(), settings.folder);
    }

    @Override
    public long walPosition() throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "")) {
            return WriteAheadLog.position(connection);
        }
    }

    @Override
    public double memoryMegabytes() throws IOException {
        long bytes = ResourceUsage.proportionalSetSize(database.pid());
        for (long pid : pids()) {
            bytes += ResourceUsage.proportionalSetSize(pid);
        }
        return bytes / 1e6;
    }

    private List<Long> pids() {
        return hubs.stream().map(HubProcess::pid).toList();
    }

    @Override
    public void close() throws Exception {
        ticketReceiver.close();
        hubs.forEach(HubProcess::close);
        broker.close();
        database.close();
        tracker.prove();
    }
}

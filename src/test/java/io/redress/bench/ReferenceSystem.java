package io.redress.bench;

import static org.awaitility.Awaitility.await;

import io.redress.blackbox.HubProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A reference at work: its program, its database and what takes from its queues, under the load that the hub gets. */
final class ReferenceSystem implements SystemUnderLoad, AutoCloseable {

    private final BenchSettings settings;
    private final Complaints complaints;
    private final ComplaintTracker tracker = new ComplaintTracker();
    private final int port = HubProcess.freePort();
    private final ReferenceDatabase database;
    private final Process process;
    private final QueueTableReceiver receiver;

    /** How a reference is started: it listens at a port, and ends with its standard input. */
    interface Program {
        ProcessBuilder at(int port, ReferenceDatabase database) throws Exception;
    }

    ReferenceSystem(String name, BenchSettings settings, Complaints complaints, Program program) throws Exception {
        this.settings = settings;
        this.complaints = complaints;
        Path folder =
                Files.createDirectories(settings.folder.resolve("references").resolve(name));
        database = new ReferenceDatabase(folder);
        Path log = folder.resolve("program.log");
        process = program.at(port, database)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        receiver = new QueueTableReceiver(database, tracker, settings.takers, settings.takenAtOnce);
        try {
            await("program ready, see " + log)
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("the program ended", () -> !process.isAlive())
                    .until(this::isReady);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            close();
            throw e;
        }
    }

    /** @param group complaints that are written in one transaction at most */
    static ReferenceSystem plainJava(String name, BenchSettings settings, Complaints complaints, int group)
            throws Exception {
        return new ReferenceSystem(
                name,
                settings,
                complaints,
                (port, database) -> new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReferenceServer.class.getName(),
                        String.valueOf(port),
                        database.url(),
                        String.valueOf(settings.connections),
                        String.valueOf(group)));
    }

    @Override
    public String program() {
        return "the program";
    }

    @Override
    public ComplaintTracker tracker() {
        return tracker;
    }

    @Override
    public LoadSenders senders() {
        return new LoadSenders(List.of(uri("/")), tracker, settings.connections);
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
        return ResourceUsage.of(List.of(process.pid()), database.postmaster(), settings.folder);
    }

    @Override
    public long walPosition() throws SQLException {
        try (Connection connection = database.connect()) {
            return WriteAheadLog.position(connection);
        }
    }

    @Override
    public double memoryMegabytes() throws IOException {
        return (ResourceUsage.proportionalSetSize(process.pid())
                        + ResourceUsage.proportionalSetSize(database.postmaster()))
                / 1e6;
    }

    /** Ends it, and tells whether all that it accepted was stored and taken exactly once. */
    @Override
    public void close() throws Exception {
        try {
            receiver.close();
            tracker.prove();
            database.prove(tracker.issued());
        } finally {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            database.close();
        }
    }

    private boolean isReady() {
        try {
            var probe = (HttpURLConnection) uri("/ready").toURL().openConnection();
            return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}

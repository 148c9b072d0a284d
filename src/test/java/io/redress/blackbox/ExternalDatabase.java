package io.redress.blackbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server on a port of its own, with its disk syncs on, which can be stopped and started again. */
public final class ExternalDatabase implements AutoCloseable {

    private final Path folder;
    private final int port = HubProcess.freePort();
    private EmbeddedPostgres server;

    public ExternalDatabase(Path folder) {
        this.folder = folder;
    }

    public ExternalDatabase start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("cluster"))
                .setOverrideWorkingDirectory(folder.resolve("bin").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                // The library starts every server with -F (no fsync).
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
        return this;
    }

    /** {@code kill -9} of the server and all its processes; {@link #start} brings it back with what it had committed. */
    public void kill() throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        try {
            server.close();
        } catch (IOException e) {
            // the library's own stop finds no server: it has given up its lock of the folder all the same
            server = null;
        }
    }

    /** The process that all the others of the server descend from. */
    public long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip());
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}

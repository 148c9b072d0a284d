package io.redress.blackbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A PostgreSQL server on a port of its own, with its disk syncs on, which can be stopped and started again. */
final class ExternalDatabase implements AutoCloseable {

    private final Path folder;
    private final int port = HubProcess.freePort();
    private EmbeddedPostgres server;

    ExternalDatabase(Path folder) {
        this.folder = folder;
    }

    ExternalDatabase start() throws IOException, SQLException {
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

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}

package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A cluster with the embedded PostgreSQL's settings, with the tables of one reference. */
final class ReferenceDatabase implements AutoCloseable {

    private final Path folder;
    private final EmbeddedDatabase postgres;

    ReferenceDatabase(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.postgres = EmbeddedDatabase.start(folder, RawBroker.PASSWORD);
        try (Connection connection = connect()) {
            QueueTables.create(connection);
        }
    }

    String url() {
        return postgres.url();
    }

    int port() {
        return URI.create(url().substring("jdbc:".length())).getPort();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", RawBroker.PASSWORD);
    }

    /** The process id of the server that all its backends descend from. */
    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** @throws AssertionError unless so many complaints are stored and none waits in a queue */
    void prove(int issued) throws SQLException {
        try (Connection connection = connect()) {
            assertThat(QueueTables.complaints(connection))
                    .as("complaints stored in " + folder)
                    .isEqualTo(issued);
            assertThat(QueueTables.queued(connection))
                    .as("complaints left in the queues of " + folder)
                    .isZero();
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}

package io.redress.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data folder, for a hub that has no database server beside it. It listens on loopback, on a
 * port of its own choice, and asks for a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORDS_ONLY = "local all all scram-sha-256\nhost all all all scram-sha-256\n";

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the server, first ending one that a killed hub left behind. The caller holds the data folder's lock.
     *
     * @param password the superuser's, set at the first start
     * @throws IllegalStateException when it does not start, or not with its disk syncs on
     */
    public static EmbeddedDatabase start(Path dataFolder, String password) {
        // The library starts every server with -F (no fsync): these make commits durable again.
        var durable = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
        EmbeddedDatabase database = start(dataFolder, password, durable);
        try {
            database.prove(password);
            return database;
        } catch (SQLException e) {
            throw notStarted(dataFolder, e);
        }
    }

    /**
     * Starts a server whose data are thrown away with its folder: it never syncs to disk, and a crash loses them. For
     * simulations only.
     *
     * @param dataFolder a new one
     */
    public static EmbeddedDatabase throwaway(Path dataFolder, String password) {
        var hasty = Map.of(
                "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "256MB");
        return start(dataFolder, password, hasty);
    }

    private static EmbeddedDatabase start(Path dataFolder, String password, Map<String, String> settings) {
        Path cluster = dataFolder.resolve("postgres");
        try {
            endLeftover(cluster.resolve("postmaster.pid"));
            boolean first = !Files.exists(cluster.resolve("PG_VERSION"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            dataFolder.resolve("postgres-bin").toFile())
                    .setServerConfig("max_connections", "100")
                    .setConnectConfig("password", password)
                    .setErrorRedirector(log(dataFolder))
                    .setOutputRedirector(log(dataFolder))
                    .setPGStartupWait(PATIENCE);
            settings.forEach(builder::setServerConfig);
            var database = new EmbeddedDatabase(builder.start());
            if (first) {
                database.askForPasswords(cluster, password);
            }
            return database;
        } catch (IOException | SQLException e) {
            throw notStarted(dataFolder, e);
        }
    }

    private static IllegalStateException notStarted(Path dataFolder, Exception e) {
        return new IllegalStateException(
                "the embedded PostgreSQL does not start in " + dataFolder.resolve("postgres") + "; its log is "
                        + dataFolder.resolve("postgres.log")
                        + ". Free disk space, give the folder to the hub's user, or set redress.database.url to a server",
                e);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder.Redirect log(Path dataFolder) {
        File log = dataFolder.resolve("postgres.log").toFile();
        return ProcessBuilder.Redirect.appendTo(log);
    }

    private void prove(String password) throws SQLException {
        try (var connection = postgres.getDatabase("postgres", "postgres", Map.of("password", password))
                        .getConnection();
                var statement = connection.createStatement();
                var fsync = statement.executeQuery("show fsync")) {
            if (!fsync.next() || !"on".equals(fsync.getString(1))) {
                throw new IllegalStateException("the embedded PostgreSQL runs without disk syncs; it must not");
            }
        }
    }

    private void askForPasswords(Path cluster, String password) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password.replace("'", "''") + "'");
            Files.writeString(cluster.resolve("pg_hba.conf"), PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void endLeftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var leftover = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (leftover.isEmpty()) {
            return; // PostgreSQL itself clears a pid file of a process that is gone
        }
        LOG.info("A killed hub left its PostgreSQL running (pid {}): ending it", pid);
        leftover.get().destroy();
        try {
            leftover.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the PostgreSQL of an earlier hub, pid " + pid + ", does not end; end it by hand", e);
        }
    }
}

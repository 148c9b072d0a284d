package io.redress.database;

import io.redress.handoff.PrivateFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data folder, for a hub that has no database server beside it. It listens on loopback, on a
 * port of its own choice, and asks for a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * The first change of a page after a checkpoint writes the whole page to the write-ahead log, which in a big ledger is
     * most of the log. So checkpoints are rare, and such pages compressed, by the method that every build knows. Rare ones
     * make the start after a crash longer, within PostgreSQL's soft limit of the log's size (1 GB): half a minute on a busy
     * machine.
     */
    private static final Map<String, String> WRITE_AHEAD_LOG =
            Map.of("wal_compression", "pglz", "checkpoint_timeout", "30min");

    private final EmbeddedPostgres.Builder builder;
    private final Postmaster postmaster;
    private EmbeddedPostgres postgres;
    private boolean closed;

    private EmbeddedDatabase(EmbeddedPostgres.Builder builder, Postmaster postmaster, EmbeddedPostgres postgres) {
        this.builder = builder;
        this.postmaster = postmaster;
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
        // Its owner closes it, after everything that uses it. The library's hook would end it first of all.
        EmbeddedDatabase database = start(dataFolder, dataFolder.resolve("postgres-bin"), password, durable, false);
        try {
            database.prove(password);
            return database;
        } catch (SQLException | IllegalStateException e) {
            database.close();
            throw notStarted(dataFolder, e);
        }
    }

    /**
     * Starts a server whose data are thrown away with its folder: it never syncs to disk, and a crash loses them. For
     * simulations only.
     *
     * @param dataFolder a new one
     * @param binaries where the server's own files are unpacked, unless they are there
     */
    public static EmbeddedDatabase throwaway(Path dataFolder, Path binaries, String password) {
        var hasty = Map.of(
                "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "256MB");
        return start(dataFolder, binaries, password, hasty, true);
    }

    private static EmbeddedDatabase start(
            Path dataFolder, Path binaries, String password, Map<String, String> settings, boolean endsWithJvm) {
        Path cluster = dataFolder.resolve("postgres");
        try {
            ClusterVersion.check(cluster);
            var postmaster = new Postmaster(cluster);
            postmaster.end(PATIENCE);
            var unpacked = PostgresBinaries.in(binaries);
            unpacked.discardUnlessOurs();
            PrivateFiles.file(dataFolder.resolve("postgres.log"));
            var passwords = new ClusterPassword(cluster, dataFolder.resolve("postgres.password"), password);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setServerConfig("max_connections", "100")
                    // Beside its data, where nobody else gets: PostgreSQL's own choice is /tmp. It is relative, as the
                    // name of a socket has no more than 107 bytes.
                    .setServerConfig("unix_socket_directories", ".")
                    .setServerConfig("unix_socket_permissions", "0700")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("log_file_mode", "0600")
                    .setConnectConfig("password", password)
                    .setRegisterShutdownHook(endsWithJvm)
                    .setErrorRedirector(log(dataFolder))
                    .setOutputRedirector(log(dataFolder))
                    .setPGStartupWait(PATIENCE);
            WRITE_AHEAD_LOG.forEach(builder::setServerConfig);
            settings.forEach(builder::setServerConfig);
            passwords.demand(builder);
            var database = new EmbeddedDatabase(builder, postmaster, passwords.start(builder));
            PrivateFiles.shut(cluster.resolve("epg-lock")); // the library's, in a folder that is shut
            unpacked.keep();
            database.watch();
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

    public synchronized String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    /** A server that ends though nobody closed it, such as one that was short of memory, is started again at its port. */
    private void watch() throws IOException {
        postmaster.process().ifPresent(server -> server.onExit().thenRun(this::restart));
    }

    private synchronized void restart() {
        if (closed) {
            return;
        }
        LOG.error("The embedded PostgreSQL has ended, see its log; starting it again");
        try {
            postgres.close();
            postgres = builder.setPort(postgres.getPort()).start();
            watch();
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL does not start again; the hub works on after a restart", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
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
}

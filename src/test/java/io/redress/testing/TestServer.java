package io.redress.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One PostgreSQL for all tests of this JVM, which ends with it. Whoever asks gets a new database, copied from one that
 * was migrated before. It never syncs to disk.
 */
public final class TestServer {

    private static final String USER = "postgres";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    /** The JDBC address of a new database with the hub's tables and nothing in them; its user needs no password. */
    public static String newDatabase() {
        return newDatabase(TEMPLATE);
    }

    /** As {@link #newDatabase()}, but without any table. */
    public static String emptyDatabase() {
        return newDatabase("template0");
    }

    private static synchronized String newDatabase(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + template);
        return SERVER.getJdbcUrl(USER, name);
    }

    /** A whole hub works on a new database of this server, in place of a server in its data folder. */
    public static void serves(DynamicPropertyRegistry hub) {
        String url = newDatabase();
        hub.add("redress.database.url", () -> url);
        hub.add("redress.database.username", () -> USER);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            execute(server, "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase(USER, TEMPLATE))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String sql) {
        execute(SERVER, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

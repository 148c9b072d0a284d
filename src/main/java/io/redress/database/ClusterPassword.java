package io.redress.database;

import io.redress.handoff.PrivateFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody into a cluster without the superuser's password, not even for the moment between its making and its first
 * connection: the library makes clusters that trust every user of the machine.
 */
final class ClusterPassword {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterPassword.class);
    private static final String METHOD = "scram-sha-256";
    private static final String PASSWORDS_ONLY = "local all all " + METHOD + "\nhost all all all " + METHOD + "\n";

    private final Path rules;
    private final Path passwordFile;
    private final String password;
    private final boolean isNew;

    /** @param passwordFile there only while the cluster is made */
    ClusterPassword(Path cluster, Path passwordFile, String password) {
        this.rules = cluster.resolve("pg_hba.conf");
        this.passwordFile = passwordFile;
        this.password = password;
        this.isNew = !Files.exists(cluster.resolve("postgresql.conf")); // as the library tells it
    }

    /** A cluster that is yet to be made asks for the password from its first moment. */
    void demand(EmbeddedPostgres.Builder builder) throws IOException {
        if (isNew) {
            Files.writeString(PrivateFiles.file(passwordFile), password + "\n");
            // What the library calls locale are options of initdb, and the last --auth counts.
            builder.setLocaleConfig("auth", METHOD)
                    .setLocaleConfig("pwfile", passwordFile.toAbsolutePath().toString());
        }
    }

    /** Starts the server. One that trusts, since a hub was killed while it made it, is given the password. */
    EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException, SQLException {
        EmbeddedPostgres server;
        try {
            server = builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        if (!Files.readString(rules).equals(PASSWORDS_ONLY)) {
            close(server);
        }
        return server;
    }

    private void close(EmbeddedPostgres server) throws IOException, SQLException {
        if (!isNew) {
            LOG.warn("The embedded PostgreSQL accepted users of this machine without a password; now it requires one");
        }
        try (var connection =
                        server.getPostgresDatabase(Map.of("password", password)).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password.replace("'", "''") + "'");
            Files.writeString(PrivateFiles.file(rules), PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        }
    }
}

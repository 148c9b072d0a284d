package io.redress.configuration.channel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of polls to the ledger's database, beside those of the hub's other work. A poll holds one for as long as its mail
 * server lets it wait: a provider at which all of a shop's mailboxes hang would else take every connection there is.
 *
 * @param own what is to be closed; null when the database has no pool that could be had twice
 */
record PollConnectionPool(DataSource database, @Nullable HikariDataSource own) implements AutoCloseable {

    /** Mailboxes that are polled at once; the embedded server has 100 connections. */
    private static final int MOST = 64;

    private static final long IDLE_MILLIS = 30_000;

    static PollConnectionPool beside(DataSource database) {
        try {
            if (!database.isWrapperFor(HikariDataSource.class)) {
                return new PollConnectionPool(database, null);
            }
            var config = new HikariConfig();
            database.unwrap(HikariDataSource.class).copyStateTo(config);
            config.setPoolName("polls");
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1); // none is opened before one is asked for
            config.setMaximumPoolSize(MOST);
            config.setIdleTimeout(IDLE_MILLIS);
            var own = new HikariDataSource(config);
            return new PollConnectionPool(own, own);
        } catch (SQLException e) {
            throw new IllegalStateException("the database's pool cannot be looked at", e);
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}

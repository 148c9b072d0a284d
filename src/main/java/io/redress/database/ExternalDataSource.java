package io.redress.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * A database that is not the hub's: a few connections, opened when they are needed, so that one that is away keeps nothing
 * from starting.
 */
public final class ExternalDataSource extends HikariDataSource {

    private static final long PATIENCE = 1_000;

    /**
     * A pool that has no connection yet.
     *
     * @param url JDBC
     * @param connections open at a time, at most
     * @param readOnly asks the database to refuse changes
     */
    public ExternalDataSource(String url, String username, String password, int connections, boolean readOnly) {
        setPoolName("foreign");
        setJdbcUrl(url);
        setUsername(username);
        setPassword(password);
        setMaximumPoolSize(connections);
        setMinimumIdle(0);
        setConnectionTimeout(PATIENCE);
        setInitializationFailTimeout(-1);
        setReadOnly(readOnly);
    }
}

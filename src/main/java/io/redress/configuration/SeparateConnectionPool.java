package io.redress.configuration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the ledger's database beside those of the hub's other work, for what holds one as long as others let it wait,
 * and for what must get one whatever that other work does.
 *
 * @param own what is to be closed; null when the database has no pool that could be had twice
 */
public record SeparateConnectionPool(
        DataSource database, @Nullable HikariDataSource own) implements AutoCloseable {

    private static final long IDLE_MILLIS = 30_000;

    /** @param most connections at once; none is open while it is idle */
    public static SeparateConnectionPool beside(DataSource database, String name, int most) {
        try {
            if (!database.isWrapperFor(HikariDataSource.class)) {
                return new SeparateConnectionPool(database, null);
            }
            var config = new HikariConfig();
            database.unwrap(HikariDataSource.class).copyStateTo(config);
            config.setPoolName(name);
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1); // none is opened before one is asked for
            config.setMaximumPoolSize(most);
            config.setIdleTimeout(IDLE_MILLIS);
            var own = new HikariDataSource(config);
            return new SeparateConnectionPool(own, own);
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

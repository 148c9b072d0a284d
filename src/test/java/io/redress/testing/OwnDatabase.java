package io.redress.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A test with the hub's tables in a database of its class. */
public abstract class OwnDatabase {

    private static HikariDataSource pool;

    public final DataSource database = pool;
    public final JdbcClient jdbc = JdbcClient.create(database);
    public final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    @BeforeAll
    static void open() {
        var settings = new HikariConfig();
        settings.setJdbcUrl(TestServer.newDatabase());
        settings.setMaximumPoolSize(32);
        settings.setMinimumIdle(0);
        pool = new HikariDataSource(settings);
    }

    @AfterAll
    static void close() {
        pool.close();
    }
}

package io.redress.configuration;

import com.zaxxer.hikari.HikariDataSource;
import io.redress.database.DataFolder;
import io.redress.database.EmbeddedDatabase;
import io.redress.database.SpringTransactions;
import io.redress.handoff.HubKey;
import io.redress.settings.HubProperties;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The ledger's database: an external PostgreSQL where one is named, else one inside the data folder. */
@Configuration(proxyBeanMethods = false)
@Import(SpringTransactions.class)
class DatabaseBeans {

    private static final String EMBEDDED = "'${redress.database.url}'.isBlank()";

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    EmbeddedDatabase embeddedDatabase(DataFolder folder, DataPermissionsEnforcer permissions, HubKey key) {
        return EmbeddedDatabase.start(folder.path(), HexFormat.of().formatHex(key.derive("embedded-database")));
    }

    @Bean
    @ConditionalOnExpression(EMBEDDED)
    DataSource embeddedDataSource(EmbeddedDatabase database, HubKey key, HubProperties hub) {
        String password = HexFormat.of().formatHex(key.derive("embedded-database"));
        return pool(database.url(), "postgres", password, hub.database().connections());
    }

    @Bean
    @ConditionalOnExpression("!" + EMBEDDED)
    DataSource dataSource(HubProperties hub) {
        var database = hub.database();
        return pool(database.url(), database.username(), database.password(), database.connections());
    }

    private static DataSource pool(String url, String user, String password, int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName("ledger");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(5_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}

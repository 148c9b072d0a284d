package io.redress.blackbox;

import static io.redress.blackbox.Complainants.ANOTHER;
import static io.redress.blackbox.Complainants.PEOPLE;
import static io.redress.blackbox.Complainants.SOMEBODY;
import static io.redress.blackbox.Complainants.files;
import static io.redress.blackbox.Complainants.forget;
import static io.redress.blackbox.Complainants.people;
import static io.redress.blackbox.Complainants.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting, proved by {@code grep} over the files of a broker and a database of the shop's own. */
class ForgettingOutsideIT {

    @TempDir
    Path folder;

    @Test
    void nothing_of_a_person_is_left_at_a_broker_and_a_database_outside_once_its_administrator_did_the_rest()
            throws Exception {
        try (var database = new ExternalDatabase(folder.resolve("database")).start();
                var broker = new ExternalBroker(folder.resolve("broker")).start();
                var hub = Complainants.hub(folder)) {
            administrator(database.url(), "CREATE ROLE shop LOGIN", "CREATE DATABASE shop OWNER shop");
            hub.set("redress.broker.url", broker.failoverUrl())
                    .set("redress.broker.username", ExternalBroker.USER)
                    .set("redress.broker.password", ExternalBroker.PASSWORD)
                    .set("redress.database.url", shop(database))
                    .set("redress.database.username", "shop")
                    .start();
            people(hub);
            for (String value : values(SOMEBODY)) {
                assertThat(files(folder.resolve("database"), value)).as(value).isNotEmpty();
                assertThat(files(folder.resolve("broker"), value)).as(value).isNotEmpty();
            }

            assertThat(forget(hub, SOMEBODY)).contains("broker: the old files", "database: a superuser");

            replaceWriteAheadLog(database);
            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(values(SOMEBODY))
                    .allSatisfy(value -> assertThat(files(folder, value)).isEmpty()));
            for (String part : List.of("database", "broker")) {
                assertThat(files(folder.resolve(part), values(ANOTHER).get(1))).isNotEmpty();
            }
            assertThat(TicketConsumer.take(broker.url(), ExternalBroker.PASSWORD, "complaints.>"))
                    .hasSize(PEOPLE - 1);
        }
    }

    /** As docs/privacy.md tells the administrator of a database. */
    private static void replaceWriteAheadLog(ExternalDatabase database) throws Exception {
        administrator(shop(database), "VACUUM FULL pg_statistic");
        administrator(database.url(), "ALTER SYSTEM SET wal_recycle = off", "SELECT pg_reload_conf()", "CHECKPOINT");
        for (int i = 0; i < 20; i++) { // more than there are files of the log
            administrator(database.url(), "SELECT pg_logical_emit_message(false, 'x', 'x')", "SELECT pg_switch_wal()");
        }
        administrator(
                database.url(),
                "CHECKPOINT",
                "CHECKPOINT",
                "ALTER SYSTEM RESET wal_recycle",
                "SELECT pg_reload_conf()");
    }

    private static void administrator(String url, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static String shop(ExternalDatabase database) {
        return database.url().replace("/postgres", "/shop");
    }
}

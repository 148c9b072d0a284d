package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting, proved by {@code grep} over the files of the hub, and of a broker and a database of the shop's own. */
class ForgettingIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code -Dforget.people=5000} for more than a build has time for. */
    private static final int PEOPLE = Integer.getInteger("forget.people", 100);

    private static final int SOMEBODY = PEOPLE / 2;
    private static final int ANOTHER = PEOPLE / 3;

    @TempDir
    Path folder;

    @Test
    void nothing_of_a_person_is_left_in_the_data_folder_nor_comes_back_with_a_backup() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        try (var hub = hub()) {
            hub.start();
            people(hub);
            for (String value : values(SOMEBODY)) {
                assertThat(files(data, value)).as(value).isNotEmpty();
            }
            hub.close();
            run("cp", "-a", data.toString(), backup.toString());
            hub.start();

            assertThat(forget(hub, SOMEBODY)).isEmpty();
            for (String value : values(SOMEBODY)) {
                assertThat(files(data, value)).as(value).isEmpty();
            }
            assertThat(files(data, values(ANOTHER).get(1))).isNotEmpty();
            assertThat(Tickets.drain(hub)).hasSize(PEOPLE - 1);
            hub.close();

            run("cp", data.resolve("forgotten.log").toString(), backup.toString());
            run("rm", "-r", data.toString());
            run("mv", backup.toString(), data.toString());
            hub.start();
            assertThat(files(data, values(SOMEBODY).get(1)))
                    .as("back with the backup")
                    .isNotEmpty();
            assertThat(JSON.readTree(hub.begin("/persons/forget-again", "")).toString())
                    .isEqualTo("{\"begun\":1,\"unreadable\":[]}");
            await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(values(SOMEBODY))
                    .allSatisfy(value -> assertThat(files(data, value)).isEmpty()));
            assertThat(files(data, values(ANOTHER).get(1))).isNotEmpty();
            assertThat(Tickets.drain(hub)).hasSize(PEOPLE - 1);
        }
    }

    @Test
    void nothing_of_a_person_is_left_at_a_broker_and_a_database_outside_once_its_administrator_did_the_rest()
            throws Exception {
        try (var database = new ExternalDatabase(folder.resolve("database")).start();
                var broker = new ExternalBroker(folder.resolve("broker")).start();
                var hub = hub()) {
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
            assertThat(Tickets.take(broker.url(), ExternalBroker.PASSWORD, "complaints.>"))
                    .hasSize(PEOPLE - 1);
        }
    }

    private HubProcess hub() {
        return new HubProcess(folder).set("redress.web-form.per-minute", 1_000_000);
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

    private static List<String> values(int person) {
        String digits = String.format("%08d", person);
        return List.of(
                "139" + digits, "p" + digits + "@people.example", "the kettle of person " + digits + " whistles");
    }

    private static void people(HubProcess hub) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            List<String> values = values(person);
            numbers.add(Form.posted(
                    hub,
                    "{\"phone\":\"%s\",\"email\":\"%s\",\"text\":\"%s\"}"
                            .formatted(values.get(0), values.get(1), values.get(2))));
        }
        for (String number : numbers) {
            await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> hub.api("/tickets/" + number).contains(number));
        }
    }

    /** Gives what is left over. */
    private static String forget(HubProcess hub, int person) throws Exception {
        String order = "{\"value\":\"" + values(person).get(0) + "\",\"confirm\":1}";
        String id =
                JSON.readTree(hub.begin("/persons/forget", order)).path("id").asText();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> forgetting(hub, id).path("state").asText().equals("done"));
        return forgetting(hub, id).path("leftOver").asText();
    }

    private static JsonNode forgetting(HubProcess hub, String id) throws IOException {
        return JSON.readTree(hub.api("/persons/forgettings/" + id));
    }

    private static List<String> files(Path folder, String value) throws Exception {
        var command = new ProcessBuilder("grep", "-r", "-a", "-l", "-i", "-F", "--", value, folder.toString());
        command.environment().put("LC_ALL", "C"); // byte by byte: a tenth of the time
        var grep = command.start();
        List<String> found = new String(grep.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(grep.waitFor()).as("grep").isBetween(0, 2); // 2: a file went away meanwhile
        return found;
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.testing.MqttBroker;
import io.redress.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Devices at an MQTT broker, through the whole hub: its shipped channel, broker, database and triage. */
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/channels/devices.camel.yaml",
            "logging.level.org.apache.activemq.audit=off",
            "devices.enabled=true",
            "devices.username=" + MqttBroker.USER,
            "devices.password=" + MqttBroker.PASSWORD
        })
class DevicePipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final MqttBroker BROKER = new MqttBroker(0);

    @TempDir
    static Path data;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
        properties.add("redress.key-file", () -> data.resolve("hub.key"));
        properties.add("devices.url", BROKER::url);
    }

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    /** A broker keeps nothing for a subscription that is not there yet. */
    @BeforeEach
    void awaitSubscription() {
        await().atMost(SOON).until(() -> BROKER.listeners() > 0);
    }

    @Test
    void a_sensor_that_flaps_two_hundred_times_is_one_ticket_with_a_short_history() throws Exception {
        try (MqttBroker.Device device = BROKER.device()) {
            for (int n = 0; n < 200; n++) {
                device.publish(topic("freezer"), """
                        {"fault": "E12", "state": "%s", "message": "Temperature too high", "n": %d}
                        """.formatted(n % 2 == 0 ? "alarm" : "ok", n));
            }
        }

        awaitItems("freezer", 200);
        assertThat(tickets("freezer")).hasSize(1);
        String number = tickets("freezer").get(0);
        assertThat(count("select changes from device_fault where ticket_number = ?", number))
                .isEqualTo(199);
        assertThat(count("select reports from device_fault where ticket_number = ?", number))
                .isEqualTo(100);
        assertThat(history(number)).contains("fault cleared", "fault returned").hasSizeLessThan(12);
    }

    @Test
    void a_connection_that_is_cut_loses_no_message_and_what_comes_twice_is_a_duplicate() throws Exception {
        try (MqttBroker.Device device = BROKER.device()) {
            for (int n = 0; n < 50; n++) {
                device.publish(topic("cut-" + n), """
                        {"fault": "E1", "eventId": "cut-%d"}""".formatted(n));
                if (n % 10 == 5) {
                    BROKER.cutHubs();
                }
            }
        }

        await().atMost(SOON).until(() -> ticketsLike("cut-%").size() == 50);
        assertThat(ticketsLike("cut-%")).doesNotHaveDuplicates();
        assertThat(count("select count(*) from item where state = 'failed' and channel = ?", "devices"))
                .isZero();
    }

    @Test
    void reports_of_one_fault_that_come_at_once_open_one_ticket() throws Exception {
        List<Thread> senders = IntStream.range(0, 8)
                .mapToObj(n ->
                        new Thread(() -> BROKER.publish("shops/" + n + "/devices/oven/faults", """
                        {"device": "oven", "fault": "E%d"}""".formatted(n % 2))))
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }

        awaitItems("oven", 8);
        assertThat(tickets("oven")).hasSize(2);
    }

    @Test
    void a_fault_that_comes_back_long_after_it_was_over_is_another_ticket() {
        Instant now = Instant.now();
        report("pump", "E1", "raised", now.minusSeconds(9000));
        report("pump", "E1", "cleared", now.minusSeconds(8000));
        report("pump", "E1", "raised", now.minusSeconds(7900));
        report("pump", "E1", "cleared", now.minusSeconds(7000));
        report("pump", "E1", "raised", now.minusSeconds(1000));
        report("pump", "E1", "raised", now.minusSeconds(1000));

        awaitItems("pump", 6);
        assertThat(tickets("pump")).hasSize(2);
        assertThat(states("pump"))
                .containsExactly("duplicate", "follow-up", "follow-up", "follow-up", "ticketed", "ticketed");
        assertThat(history(tickets("pump").get(0)))
                .containsSubsequence("fault cleared", "fault returned", "fault cleared");
    }

    @Test
    void a_device_opens_so_many_tickets_and_its_further_faults_are_added_to_the_last() {
        for (int n = 0; n < 8; n++) {
            report("gate", "E" + n, "raised", Instant.now());
        }

        awaitItems("gate", 8);
        assertThat(tickets("gate")).hasSize(5);
        assertThat(history(tickets("gate").get(4))).contains("fault added");
    }

    @Test
    void what_cannot_be_read_is_told_with_a_remedy_and_keeps_its_original() throws Exception {
        BROKER.publish(topic("bad"), "no JSON");
        BROKER.publish(topic("bad"), "{\"fault\": \"温度\"}".getBytes("GBK"), false);
        BROKER.publish(topic("bad"), "{\"fault\": \"E1\", \"state\": \"perhaps\"}");
        BROKER.publish("shops/7/devices/bad/faults", "{\"state\": \"on\"}");
        BROKER.publish(topic("bad"), new byte[300_000], false);
        BROKER.publish(topic("bad"), new byte[0], false);

        await().atMost(SOON).until(() -> reasons().size() >= 6);
        assertThat(reasons())
                .filteredOn(reason -> reason.contains("not a JSON object"))
                .hasSize(2);
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("state 'perhaps'") && reason.contains("values: device.state"))
                .anyMatch(reason -> reason.contains("device.fault") && reason.contains("fill it in"))
                .anyMatch(reason -> reason.contains("300000 bytes") && reason.contains("maxBytes"))
                .anyMatch(reason -> reason.contains("retained message was cleared"));
        assertThat(count("select max(original_size) from item where state = 'invalid' and channel = ?", "devices"))
                .isEqualTo(262_144);
    }

    @Test
    void an_event_whose_attributes_are_properties_is_known_by_source_and_id() {
        for (int n = 0; n < 2; n++) {
            BROKER.publish(
                    Map.of("specversion", "1.0", "id", "77", "source", "/plant", "type", "fault", "subject", "mixer"),
                    topic("mixer"),
                    new MqttMessage("{\"fault\": \"E4\"}".getBytes(StandardCharsets.UTF_8), 1, false, null));
        }

        awaitItems("mixer", 2);
        assertThat(states("mixer")).containsExactly("duplicate", "ticketed");
    }

    @Test
    void a_publisher_that_names_another_device_than_its_topic_ends_no_fault_of_it() {
        report("safe", "E1", "raised", Instant.now());
        awaitItems("safe", 1);
        BROKER.publish(topic("liar"), """
                {"device": "safe", "fault": "E1", "state": "cleared"}""");

        await().atMost(SOON).until(() -> reasons().stream().anyMatch(reason -> reason.contains("'liar'")));
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("names device 'safe'") && reason.contains("deviceTopicLevel"));
        assertThat(count(
                        "select count(*) from device_fault where state = 'raised' and ticket_number = ?",
                        tickets("safe").get(0)))
                .isEqualTo(1);
    }

    @Test
    void of_made_up_devices_a_channel_hears_so_many_within_an_hour_and_known_ones_go_on() {
        report("veteran", "E1", "raised", Instant.now());
        awaitItems("veteran", 1);
        jdbc.sql("""
                insert into device_fault (channel, new_device, device, fault, joined, state, said_at, opened_at, changed_at,
                  told_at, reports, changes)
                select 'devices', true, 'flood' || n, 'flood' || n, false, 'cleared', now(), now(), now(), now(), 0, 0
                from generate_series(1, 500) n
                """).update();
        try {
            report("stranger", "E1", "raised", Instant.now());
            report("veteran", "E2", "raised", Instant.now());
            awaitItems("veteran", 2);
            await().atMost(SOON).until(() -> reasons().stream().anyMatch(reason -> reason.contains("new devices")));
            assertThat(tickets("veteran")).hasSize(2);
            assertThat(tickets("stranger")).isEmpty();
        } finally {
            jdbc.sql("delete from device_fault where device like 'flood%'").update();
        }
    }

    private static String topic(String device) {
        return "shops/7/devices/" + device + "/faults";
    }

    private static void report(String device, String fault, String state, Instant at) {
        BROKER.publish(topic(device), """
                {"fault": "%s", "state": "%s", "time": "%s"}""".formatted(fault, state, at.truncatedTo(ChronoUnit.MILLIS)));
    }

    private void awaitItems(String device, int count) {
        await().atMost(SOON).until(() -> states(device).size() == count);
    }

    private List<String> states(String device) {
        return jdbc.sql("""
                        select i.state from item i join ticket t on t.number = i.ticket_number
                        where t.document #>> '{product,serial}' = ? order by i.state
                        """).param(device).query(String.class).list();
    }

    private List<String> tickets(String device) {
        return ticketsLike(device);
    }

    private List<String> ticketsLike(String device) {
        return jdbc.sql("select number from ticket where document #>> '{product,serial}' like ? order by received_at")
                .param(device)
                .query(String.class)
                .list();
    }

    private List<String> history(String number) {
        return jdbc.sql("select what from event where ticket_number = ? order by position")
                .param(number)
                .query(String.class)
                .list();
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from item where state in ('invalid', 'ignored') and channel = 'devices'")
                .query(String.class)
                .list();
    }

    private long count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}

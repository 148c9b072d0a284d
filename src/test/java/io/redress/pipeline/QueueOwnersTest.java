package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.TextMessage;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two systems with users of their own at a whole hub: each changes its own tickets and no other's. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml",
            "redress.routes.reload=100ms",
            "redress.broker.password=legacy",
            "redress.messages.link-hosts=shop.example"
        })
class QueueOwnersTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "a long password";

    @TempDir
    static Path data;

    static int port;

    @DynamicPropertySource
    static void hub(DynamicPropertyRegistry properties) throws Exception {
        TestServer.serves(properties);
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(data.resolve("secret"), PASSWORD);
        users("""
                users:
                  erp: {password: "file:%1$s/secret", reads: [quality], writes: [tickets.updates]}
                  crm: {password: "file:%1$s/secret", reads: [damage], writes: [tickets.updates, callbacks.outcomes]}
                  dialler: {password: "file:%1$s/secret", reads: [callbacks.due], writes: [callbacks.outcomes]}
                """);
        properties.add("redress.data-dir", data::toString);
        properties.add("redress.broker.open-wire", () -> "tcp://127.0.0.1:" + port);
        properties.add("redress.broker.users", () -> data.resolve("users.yaml").toString());
    }

    private static void users(String yaml) throws Exception {
        Files.writeString(data.resolve("users.yaml"), yaml.formatted(data));
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory connections;

    @Test
    void an_update_counts_for_the_tickets_of_its_user_and_the_history_says_who_it_was() {
        String number = ticket("quality");
        send("erp", update("1", number, "accepted", "\"by\":\"Anna\\u202E\\n\""));

        await().atMost(SOON).until(() -> status(number).equals("assigned"));
        assertThat(last(number)).containsEntry("who", "erp").containsEntry("why", "said by Anna of erp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"by\":\"x\"",
                "\"by\":\"crm\"",
                "\"by\":\"callbacks\"",
                "\"by\":\"redress-hub\"",
                "\"owner\":\"erp\"",
                "\"category\":\"quality\""
            })
    void an_update_of_anothers_ticket_goes_to_invalid_and_leaves_no_trace_in_the_ticket(String claim) throws Exception {
        String number = ticket("damage");
        var jms = new JmsTemplate(as("erp"));
        jms.send("tickets.updates", session -> {
            TextMessage message = session.createTextMessage(update("x", number, "solved", claim));
            message.setStringProperty("JMSXUserID", "crm");
            message.setStringProperty("jmsxuserid", "redress-hub");
            message.setStringProperty("redressSentBy", "crm");
            return message;
        });

        assertThat(invalid()).contains("user 'erp' was not given ticket " + number);
        assertThat(status(number)).isEqualTo("received");
        assertThat(events(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user\":\"crm\"",
                "\"user\":null",
                "\"sender\":{\"isHub\":true}",
                "\"isHub\":true",
                "\"redressSentBy\":\"crm\"",
                "\"told\":true"
            })
    void an_update_that_says_itself_who_sent_it_is_a_dead_letter_and_stays_the_word_of_its_user(String claim)
            throws Exception {
        String number = ticket("damage");
        new JmsTemplate(as("erp")).send("tickets.updates", session -> {
            TextMessage message = session.createTextMessage(update("x", number, "solved", claim));
            message.setStringProperty("redressSentBy", "crm");
            message.setStringProperty("redressLetter", "another's");
            return message;
        });

        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(30_000);
        var letter = jms.receive("DLQ.tickets.updates");
        assertThat(letter.getBody(String.class)).isEqualTo(update("x", number, "solved", claim));
        assertThat(letter.getStringProperty("redressSentBy")).isEqualTo("erp");
        assertThat(letter.getStringProperty("redressLetter")).startsWith("ID:");
        assertThat(letter.getStringProperty("redressReason")).contains("is not a member of an update");
        assertThat(status(number)).isEqualTo("received");
        assertThat(events(number)).isEmpty();
    }

    @Test
    void a_ticket_that_moves_on_stays_with_those_who_had_it_and_comes_to_those_who_get_it() {
        String number = ticket("quality");
        send("erp", update("1", number, "reclassified", "\"category\":\"damage\""));
        await().atMost(SOON).until(() -> events(number).size() == 1);
        send("erp", update("2", number, "note", "\"note\":\"erp\""));
        send("crm", update("3", number, "note", "\"note\":\"crm\""));

        await().atMost(SOON).until(() -> events(number).size() == 3);
        send("redress", update("4", number, "note", "\"note\":\"all\""), "legacy");
        await().atMost(SOON).until(() -> events(number).size() == 4);
    }

    @Test
    void links_to_other_hosts_are_kept_from_the_customer_and_stay_in_the_history() {
        String number = ticket("quality");
        send(
                "erp",
                update(
                        "1",
                        number,
                        "solved",
                        "\"remedy\":\"See http://evil.test/pay or https://shop.example/a <b>now</b>\""));

        await().atMost(SOON).until(() -> status(number).equals("solved"));
        assertThat(last(number).get("why"))
                .asString()
                .startsWith("See http://evil.test/pay or https://shop.example/a <b>now</b>")
                .contains("links to other hosts were removed");
        assertThat(last(number).get("told"))
                .asString()
                .isEqualTo("See [link removed · 链接已移除 · 連結已移除] or https://shop.example/a ‹b>now‹/b>");
        assertThat(jdbc.sql("select argument from due_work where kind = 'message' and ticket_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(message -> message.contains("evil"));
    }

    @Test
    void a_report_of_a_call_counts_from_who_was_told_to_call_or_has_the_ticket() {
        UUID callback = callback(ticket("quality"));
        new JmsTemplate(as("crm")).convertAndSend("callbacks.outcomes", outcome("1", callback));
        assertThat(invalid()).contains("user 'crm' was not given ticket");
        new JmsTemplate(as("dialler")).convertAndSend("callbacks.outcomes", outcome("2", callback));
        await().atMost(SOON).until(() -> jdbc.sql("select state from callback where id = ?")
                .param(callback)
                .query(String.class)
                .single()
                .equals("done"));
    }

    private static String outcome(String id, UUID callback) {
        return "{\"id\":\"" + id + "\",\"callback\":\"" + callback + "\",\"outcome\":\"refuses\",\"by\":\"Anna\"}";
    }

    private UUID callback(String number) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into callback (id, ticket_number, state, reason, wished, attempt, misses, slot_from, slot_until,"
                                + " attempt_since, created_at, updated_at) values (?, ?, 'due', 'solved', false, 1, 0, now(), now(), now(),"
                                + " now(), now())")
                .params(id, number)
                .update();
        return id;
    }

    private String invalid() {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(30_000);
        return String.valueOf(jms.receiveAndConvert("invalid"));
    }

    private static String update(String id, String number, String kind, String more) {
        return "{\"id\":\"" + id + "\",\"ticket\":\"" + number + "\",\"kind\":\"" + kind + "\"," + more + "}";
    }

    private static ActiveMQConnectionFactory as(String user) {
        return new ActiveMQConnectionFactory(user, PASSWORD, "tcp://127.0.0.1:" + port);
    }

    private static void send(String user, String text) {
        send(user, text, PASSWORD);
    }

    private static void send(String user, String text, String password) {
        new JmsTemplate(new ActiveMQConnectionFactory(user, password, "tcp://127.0.0.1:" + port))
                .convertAndSend("tickets.updates", text);
    }

    private String ticket(String category) {
        return InsertedTicket.of(jdbc, category);
    }

    private String status(String number) {
        return jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> events(String number) {
        return jdbc.sql("select who, what, why, told from event where ticket_number = ? and what in ('accepted',"
                        + " 'solved', 'note', 'reclassified') order by id")
                .param(number)
                .query()
                .listOfRows();
    }

    private Map<String, Object> last(String number) {
        List<Map<String, Object>> events = events(number);
        return events.get(0);
    }
}

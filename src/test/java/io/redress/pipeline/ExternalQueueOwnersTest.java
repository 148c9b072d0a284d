package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.blackbox.DocumentedBroker;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
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

/** Two systems at the broker of docs/broker.md, which a whole hub uses, too: each changes its own tickets and no other's. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/*.camel.yaml")
class ExternalQueueOwnersTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    static DocumentedBroker broker;

    @DynamicPropertySource
    static void hub(DynamicPropertyRegistry properties) throws Exception {
        TestServer.serves(properties);
        broker = new DocumentedBroker(Files.createDirectory(data.resolve("activemq")));
        Files.writeString(data.resolve("any"), "not asked for by the hub");
        Files.writeString(data.resolve("users.yaml"), """
                users:
                  erp: {password: "file:%1$s/any", reads: [quality], writes: [tickets.updates]}
                  crm: {password: "file:%1$s/any", reads: [damage], writes: [tickets.updates]}
                """.formatted(data));
        properties.add("redress.data-dir", () -> data.resolve("hub").toString());
        properties.add("redress.broker.url", () -> "failover:(" + broker.url() + ")?timeout=5000");
        properties.add("redress.broker.username", () -> "redress");
        properties.add("redress.broker.password", () -> broker.password("redress"));
        properties.add("redress.broker.users", () -> data.resolve("users.yaml").toString());
    }

    /** Its consumers first: those of a broker that is gone could wait for it for ever. */
    @AfterAll
    static void end(@Autowired CamelContext hub) {
        hub.stop();
        broker.close();
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory connections;

    @Test
    void each_user_closes_its_own_ticket() {
        String quality = InsertedTicket.of(jdbc, "quality");
        String damage = InsertedTicket.of(jdbc, "damage");
        solve("erp", quality, "");
        solve("crm", damage, "");
        await().atMost(SOON)
                .until(() -> status(quality).equals("solved") && status(damage).equals("solved"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"by\":\"crm\"",
                "\"by\":\"redress\"",
                "\"owner\":\"erp\"",
                "\"category\":\"quality\"",
                "\"by\":\"\""
            })
    void nobody_closes_the_ticket_of_another(String claim) {
        String damage = InsertedTicket.of(jdbc, "damage");
        solve("erp", damage, "," + claim);

        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(30_000);
        assertThat(String.valueOf(jms.receiveAndConvert("invalid")))
                .contains("user 'erp' was not given ticket " + damage);
        assertThat(status(damage)).isEqualTo("received");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user\":\"crm\"",
                "\"user\":null",
                "\"sender\":{\"isHub\":true}",
                "\"isHub\":true",
                "\"redressSentBy\":\"crm\"",
                "\"JMSXUserID\":\"crm\"",
                "\"told\":true"
            })
    void what_says_itself_who_sent_it_is_a_dead_letter_and_stays_the_word_of_its_user(String claim) throws Exception {
        String damage = InsertedTicket.of(jdbc, "damage");
        solve("erp", damage, "," + claim);

        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(30_000);
        var letter = jms.receive("DLQ.tickets.updates");
        assertThat(letter.getBody(String.class)).contains(claim);
        assertThat(letter.getStringProperty("redressSentBy")).isEqualTo("erp");
        assertThat(status(damage)).isEqualTo("received");
    }

    private static void solve(String user, String number, String more) {
        new JmsTemplate(broker.as(user)).send("tickets.updates", session -> {
            var message = session.createTextMessage(
                    "{\"id\":\"1\",\"ticket\":\"" + number + "\",\"kind\":\"solved\",\"remedy\":\"done\"" + more + "}");
            message.setStringProperty("JMSXUserID", "crm");
            message.setStringProperty("redressSentBy", "crm");
            return message;
        });
    }

    private String status(String number) {
        return jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}

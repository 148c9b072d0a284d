package io.redress.api.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.HubUserName;
import io.redress.blackbox.DocumentedBroker;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** The broker of docs/broker.md, which shows a browser 400 messages. */
class ExternalDeadLettersTest {

    private static final HubUserName HUB = new HubUserName("redress");
    private static final int LETTERS = 1_000;

    @TempDir
    static Path folder;

    static DocumentedBroker broker;
    static JmsPoolConnectionFactory connections;

    @BeforeAll
    static void start() throws Exception {
        broker = new DocumentedBroker(folder);
        connections = new JmsPoolConnectionFactory();
        connections.setConnectionFactory(broker.as("redress"));
    }

    @AfterAll
    static void stop() {
        connections.stop();
        broker.close();
    }

    @Test
    void one_pass_goes_through_more_than_a_browser_shows_and_keeps_order_and_names() throws Exception {
        fill("DLQ.tickets.updates");
        var pass = pass(connections);
        Predicate<DeadLetter> odd = letter -> "odd".equals(letter.reason());

        assertThat(pass.run("DLQ.tickets.updates", odd, (message, letter, session, producer) -> false))
                .as("nothing changes")
                .isEqualTo(new DeadLetterQueueScan.Counts(0, LETTERS / 2));
        List<String> names = new ArrayList<>();
        pass.look("DLQ.tickets.updates", (message, letter) -> names.add(letter.id()));
        assertThat(names).hasSizeGreaterThanOrEqualTo(400).doesNotHaveDuplicates();

        assertThat(pass.run("DLQ.tickets.updates", odd, (message, letter, session, producer) -> true))
                .isEqualTo(new DeadLetterQueueScan.Counts(LETTERS / 2, 0));
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(5_000);
        for (int i = 0; i < LETTERS; i += 2) {
            assertThat(jms.receiveAndConvert("DLQ.tickets.updates")).isEqualTo("letter " + i);
        }
    }

    private static DeadLetterQueueScan pass(ConnectionFactory connections) {
        return new DeadLetterQueueScan(connections, new DeadLetterReader(new ObjectMapper(), HUB), HUB);
    }

    private static void fill(String queue) {
        var jms = new JmsTemplate(connections);
        jms.setSessionTransacted(true);
        for (int i = 0; i < LETTERS; i++) {
            int number = i;
            jms.send(queue, session -> {
                var message = session.createTextMessage("letter " + number);
                message.setStringProperty("redressReason", number % 2 == 0 ? "even" : "odd");
                return message;
            });
        }
    }
}

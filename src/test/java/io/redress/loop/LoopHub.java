package io.redress.loop;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.Redress;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.ledger.ticket.StoredTicket;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.pipeline.PlainTextNormalizer;
import io.redress.testing.SetClock;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole hub but its channels, with a clock that the test sets. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = {Redress.class, PlainTextNormalizer.class, LoopHub.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.due.period=50"})
abstract class LoopHub {

    static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", () -> data.toString());
    }

    @Autowired
    ProducerTemplate camel;

    @Autowired
    HandOff handOff;

    @Autowired
    TicketQueries tickets;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    ObjectMapper json;

    @Autowired
    SetClock clock;

    @TestConfiguration
    static class Time {

        /** A Monday morning in Shanghai. */
        @Bean
        @Primary
        SetClock time() {
            return new SetClock(Instant.parse("2026-11-23T02:00:00Z"));
        }
    }

    /** A ticket of category quality and normal priority: a day to answer, two to solve. */
    String opened() {
        byte[] text = "the fridge door does not close".getBytes(StandardCharsets.UTF_8);
        RawMessage raw = handOff.receive(
                "test", "plain", text, Map.of(), UUID.randomUUID().toString());
        camel.sendBody("direct:hand-off", raw);
        await().atMost(SOON).until(() -> tickets.find(raw.number()).isPresent());
        return raw.number();
    }

    StoredTicket ticket(String number) {
        return tickets.find(number).orElseThrow();
    }

    /** Sends an update as a system downstream does; {@code more} are further members of the JSON. */
    void update(String number, String id, String kind, String... more) {
        var update = json.createObjectNode().put("ticket", number).put("id", id).put("kind", kind);
        for (int i = 0; i < more.length; i += 2) {
            update.put(more[i], more[i + 1]);
        }
        new JmsTemplate(connections).convertAndSend("tickets.updates", update.toString());
    }

    /** Waits until the history tells of an update of that kind; the status itself may have gone on already. */
    void awaitHappened(String number, String kind) {
        await().atMost(SOON).until(() -> ticket(number).ticket().history().stream()
                .anyMatch(event -> event.what().equals(kind)));
    }

    /** The next {@code count} messages of a queue about a ticket; those about others are thrown away. */
    List<JsonNode> news(String queue, String number, int count) {
        List<JsonNode> found = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            for (JsonNode next = take(queue); next != null; next = take(queue)) {
                if (next.path("ticket").asText(number).equals(number)) {
                    found.add(next);
                }
            }
            return found.size() >= count;
        });
        return found;
    }

    JsonNode take(String queue) throws IOException {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(200);
        String text = (String) jms.receiveAndConvert(queue);
        return text == null ? null : json.readTree(text);
    }

    List<String> happened(String number) {
        return ticket(number).ticket().history().stream()
                .map(event -> event.what() + (event.why() == null ? "" : ": " + event.why()))
                .toList();
    }
}

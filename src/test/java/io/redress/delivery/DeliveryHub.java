package io.redress.delivery;

import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.pipeline.PlainTextNormalizer;
import io.redress.testing.SetClock;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole hub but its channels, with a clock that the test sets; subclasses connect a target called faulty. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = {Redress.class, PlainTextNormalizer.class, DeliveryHub.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"redress.due.period=50", "redress.delivery.period=50"})
abstract class DeliveryHub {

    static final Duration SOON = Duration.ofSeconds(60);
    static final String TARGET = "faulty";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", () -> data.toString());
    }

    @Autowired
    ProducerTemplate producer;

    @Autowired
    CamelContext camel;

    @Autowired
    HandOff handOff;

    @Autowired
    TicketQueries tickets;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SetClock time() {
            return new SetClock(Instant.parse("2026-11-23T02:00:00Z"));
        }
    }

    /** A ticket of category quality. */
    String opened() {
        return sent("the fridge door does not close");
    }

    /** What a customer writes; it belongs to the ticket that it names if it names that ticket's phone, too. */
    String sent(String text) {
        RawMessage raw = handOff.receive(
                "test",
                "plain",
                text.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                UUID.randomUUID().toString());
        producer.sendBody("direct:hand-off", raw);
        return raw.number();
    }

    void update(String number, String kind, String by) {
        String update = "{\"id\":\"%s\",\"ticket\":\"%s\",\"kind\":\"%s\",\"by\":\"%s\",\"remedy\":\"a new door\"}"
                .formatted(UUID.randomUUID(), number, kind, by);
        new JmsTemplate(connections).convertAndSend("tickets.updates", update);
    }

    /** The states of a ticket's deliveries, in order. */
    List<String> states(String number) {
        return jdbc.sql("select kind || ' ' || state from delivery where ticket_number = ? order by seq")
                .param(number)
                .query(String.class)
                .list();
    }

    String note(String number) {
        return jdbc.sql("select coalesce(note, '') from delivery where ticket_number = ? order by seq limit 1")
                .param(number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    void awaitDelivered(String number) {
        await().atMost(SOON).until(() -> states(number).equals(List.of("ticket delivered")));
    }

    /** Waits for a failure, then lets the longest pause pass; does so until the ticket is delivered. */
    void awaitDeliveredInTime(String number) {
        await().atMost(SOON).until(() -> {
            clock.pass(Duration.ofMinutes(15));
            return states(number).equals(List.of("ticket delivered"));
        });
    }

    void awaitNote(String number, String part) {
        await().atMost(SOON).until(() -> note(number).contains(part));
    }
}

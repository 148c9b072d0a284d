package io.redress.pipeline;

import static org.awaitility.Awaitility.await;

import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A hub to which tests hand off arrivals, and whose ledger tells what became of them. */
@CamelSpringBootTest
@DirtiesContext
abstract class IntakeHub {

    static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    @Autowired
    ProducerTemplate camel;

    @Autowired
    CamelContext context;

    @Autowired
    HandOff handOff;

    @Autowired
    JdbcClient jdbc;

    RawMessage handedOff(String channel, String format, String text, String key) {
        return handedOff(channel, format, text, key, Map.of("a", "b"));
    }

    RawMessage handedOff(String channel, String format, String text, String key, Map<String, String> attributes) {
        byte[] original = text.getBytes(StandardCharsets.UTF_8);
        RawMessage raw = handOff.receive(channel, format, original, attributes, key);
        camel.sendBody("direct:hand-off", raw);
        return raw;
    }

    void awaitEnded(List<RawMessage> arrivals) {
        await().atMost(SOON)
                .until(() -> arrivals.stream().noneMatch(raw -> state(raw).isEmpty()));
    }

    /** Empty until the item is in the ledger. */
    String state(RawMessage raw) {
        return jdbc.sql("select state from item where id = ?::uuid")
                .param(raw.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    String ticketOf(RawMessage raw) {
        return jdbc.sql("select ticket_number from item where id = ?::uuid")
                .param(raw.id())
                .query(String.class)
                .single();
    }
}

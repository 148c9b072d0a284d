package io.redress.api.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import jakarta.jms.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.TestPropertySource;

/** With a clock that runs an hour a second ahead of the broker's time stamps. */
@TestPropertySource(
        properties = {
            "redress.clock.speed=3600",
            "camel.main.routes-include-pattern=file:routes/05-*.camel.yaml,file:routes/10-*.camel.yaml,file:routes/11-*.camel.yaml,file:routes/12-*.camel.yaml,file:routes/13-*.camel.yaml,file:routes/18-*.camel.yaml,file:routes/20-*.camel.yaml,file:routes/30-*.camel.yaml,file:routes/37-*.camel.yaml,file:routes/38-*.camel.yaml,file:routes/90-*.camel.yaml,file:routes/91-*.camel.yaml"
        })
class ReplayPassTest extends OpsHub {

    @Autowired
    ConnectionFactory connections;

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    @Autowired
    Mood mood;

    @Test
    void a_replay_in_which_nothing_changes_takes_each_message_once() throws Exception {
        var jms = new JmsTemplate(connections);
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            bodies.add("{\"id\":\"" + i + "\",\"ticket\":\"R-260701-7K9Q2M\",\"kind\":\"solved\",\"remdy\":\"x\"}");
            jms.convertAndSend("tickets.updates", bodies.get(i));
        }
        await().atMost(SOON).until(() -> depth("DLQ.tickets.updates") == 30);
        List<String> names = names();
        for (String query : List.of("", "?reason=not%20a%20member", "?from=2026-01-01")) {
            JsonNode replayed = read(post("/api/queues/DLQ.tickets.updates/replay" + query));
            assertThat(replayed.path("messages").asInt()).as(query).isEqualTo(30);
            await().atMost(SOON).until(() -> depth("DLQ.tickets.updates") == 30);
            assertThat(names()).as("each keeps its name").containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(read(post("/api/queues/DLQ.tickets.updates/replay?reason=nothing"))
                        .path("messages")
                        .asInt())
                .isZero();
        jms.setReceiveTimeout(1_000);
        List<String> left = new ArrayList<>();
        for (Object body = jms.receiveAndConvert("DLQ.tickets.updates");
                body != null;
                body = jms.receiveAndConvert("DLQ.tickets.updates")) {
            left.add((String) body);
        }
        assertThat(left).containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void items_that_fail_again_are_replayed_once_too() throws Exception {
        mood.onRead.set(() -> {
            throw new IllegalStateException("broken");
        });
        try {
            for (int i = 0; i < 10; i++) {
                byte[] original = ("broken " + i).getBytes(StandardCharsets.UTF_8);
                RawMessage raw = handOff.receive("web", "plain-words", original, Map.of());
                camel.sendBody("direct:hand-off", raw);
            }
            await().atMost(SOON).until(() -> depth("DLQ.intake") == 10);
            assertThat(read(post("/api/queues/DLQ.intake/replay"))
                            .path("messages")
                            .asInt())
                    .isEqualTo(10);
            await().atMost(SOON).until(() -> depth("DLQ.intake") == 10);
        } finally {
            mood.onRead.set(() -> {});
        }
        post("/api/queues/DLQ.intake/replay");
        await().atMost(SOON).until(() -> depth("DLQ.intake") == 0);
    }

    private List<String> names() throws Exception {
        return read(get("/api/queues/DLQ.tickets.updates/messages"))
                .path("items")
                .findValuesAsText("id");
    }

    private int depth(String name) throws Exception {
        for (JsonNode queue : read(get("/api/queues")).path("items")) {
            if (queue.path("name").asText().equals(name)) {
                return queue.path("depth").asInt();
            }
        }
        return 0;
    }
}

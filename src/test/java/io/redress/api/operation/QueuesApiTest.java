package io.redress.api.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.broker.monitoring.BrowsingQueueMonitor;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.broker.monitoring.OldestMessage;
import io.redress.broker.monitoring.QueueState;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import jakarta.jms.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jms.core.JmsTemplate;

class QueuesApiTest extends OpsHub {

    @Autowired
    ConnectionFactory connections;

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    @Autowired
    Mood mood;

    @Value("${redress.intake.consumers}")
    int consumers;

    JmsTemplate jms;

    @BeforeEach
    void broker() {
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(500);
    }

    @AfterEach
    void calm() {
        mood.refusal.set(null);
    }

    @Test
    void a_queue_tells_its_depth_the_age_of_its_oldest_message_and_who_takes_from_it() throws Exception {
        jms.convertAndSend("waiting.room", "one");
        jms.convertAndSend("waiting.room", "two");
        JsonNode queue = queue("waiting.room");
        assertThat(queue.path("depth").asInt()).isEqualTo(2);
        assertThat(queue.path("oldestAgeSeconds").asInt(-1)).isBetween(0, 60);
        assertThat(queue.path("consumers").asInt(-1)).isZero();
        assertThat(queue("intake").path("consumers").asInt()).isEqualTo(consumers);
    }

    @Test
    void a_broker_that_does_not_answer_a_login_is_not_waited_for_for_ever() {
        var pool = (JmsPoolConnectionFactory) connections;
        var factory = (ActiveMQConnectionFactory) pool.getConnectionFactory();
        assertThat(factory.getConnectResponseTimeout()).isBetween(1_000, 30_000);
    }

    @Test
    void who_only_browses_a_queue_is_none_of_its_consumers() throws Exception {
        jms.convertAndSend("looked.at", "one");
        jms.browse("looked.at", (session, browser) -> {
            assertThat(browser.getEnumeration().hasMoreElements()).isTrue();
            try {
                assertThat(queue("looked.at").path("consumers").asInt(-1)).isZero();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
    }

    @Test
    void an_external_broker_is_browsed_and_its_consumers_are_not_known() throws Exception {
        jms.convertAndSend("browsed", "one");
        jms.convertAndSend("browsed", "two");
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
        var queues = new BrowsingQueueMonitor(
                new OldestMessage(connections, later), new KnownQueues(List.of("browsed", "not.used.yet")));
        assertThat(queues.all()).hasSize(2);
        assertThat(queues.all().get(0).depth()).isEqualTo(2);
        assertThat(queues.all().get(0).oldestAgeSeconds()).isBetween(299L, 360L);
        assertThat(queues.all().get(0).consumers()).isNull();
        assertThat(queues.all().get(1)).isEqualTo(new QueueState("not.used.yet", 0, null, null, null));
        assertThat(jms.receive("browsed")).as("looking takes nothing away").isNotNull();
    }

    @Test
    void the_invalid_queue_is_replayed_by_the_items_that_its_reports_name() throws Exception {
        mood.refusal.set("cannot be read today");
        RawMessage raw = handOff.receive("web", "plain-words", "late".getBytes(StandardCharsets.UTF_8), Map.of());
        camel.sendBody("direct:hand-off", raw);
        await().atMost(SOON).until(() -> queue("invalid").path("depth").asInt() > 0);
        mood.refusal.set(null);
        JsonNode replayed = read(post("/api/queues/invalid/replay"));
        assertThat(replayed.path("messages").asInt()).isPositive();
        await().atMost(SOON).until(() -> read(get("/api/items/" + raw.id()))
                .path("state")
                .asText()
                .equals("ticketed"));
        assertThat(queue("invalid").path("depth").asInt()).isZero();
    }

    @Test
    void what_the_broker_gave_up_on_goes_back_to_its_queue_as_it_was() throws Exception {
        jms.convertAndSend("DLQ.complaints.somewhere", "{\"number\":\"R-260701-7K9Q2M\"}", message -> {
            message.setStringProperty("dlqDeliveryFailureCause", "consumer failed");
            return message;
        });
        assertThat(read(post("/api/queues/DLQ.complaints.somewhere/replay"))
                        .path("messages")
                        .asInt())
                .isEqualTo(1);
        assertThat(jms.receiveAndConvert("complaints.somewhere")).isEqualTo("{\"number\":\"R-260701-7K9Q2M\"}");
    }

    @Test
    void a_report_whose_item_is_not_in_the_ledger_is_kept() throws Exception {
        String report = "{\"itemId\":\"" + UUID.randomUUID() + "\"}";
        jms.convertAndSend("DLQ.kept", report);
        post("/api/queues/DLQ.kept/replay");
        assertThat(queue("DLQ.kept").path("depth").asInt()).isEqualTo(1);
        assertThat(jms.receiveAndConvert("DLQ.kept")).isEqualTo(report);
    }

    @Test
    void a_report_whose_item_became_a_ticket_meanwhile_sends_no_second_message() throws Exception {
        RawMessage raw = handOff.receive("web", "plain-words", "late".getBytes(StandardCharsets.UTF_8), Map.of());
        camel.sendBody("direct:hand-off", raw);
        await().atMost(SOON).until(() -> read(get("/api/items/" + raw.id()))
                .path("state")
                .asText()
                .equals("ticketed"));
        while (jms.receive("complaints.other") != null) {
            // taken by the systems downstream
        }
        jms.convertAndSend("DLQ.intake", "{\"itemId\":\"" + raw.id() + "\"}");
        post("/api/queues/DLQ.intake/replay");
        assertThat(queue("DLQ.intake").path("depth").asInt()).isZero();
        assertThat(jms.receive("complaints.other")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DLQ.tickets.updates", "DLQ.callbacks.outcomes", "DLQ.intake", "invalid"})
    void nobody_but_the_hub_has_an_item_replayed_or_a_message_taken_for_done_by_naming_an_item(String dead)
            throws Exception {
        RawMessage raw =
                handOff.receive("web", "plain-words", ("a " + dead).getBytes(StandardCharsets.UTF_8), Map.of());
        camel.sendBody("direct:hand-off", raw);
        await().atMost(SOON).until(() -> read(get("/api/items/" + raw.id()))
                .path("state")
                .asText()
                .equals("ticketed"));
        String said =
                "{\"itemId\":\"" + raw.id() + "\",\"id\":\"u-1\",\"ticket\":\"R-260701-7K9Q2M\",\"kind\":\"note\"}";
        jms.convertAndSend(dead, said, message -> {
            message.setStringProperty("redressSentBy", "erp"); // as the hub relays what a user of the broker sent
            return message;
        });

        post("/api/queues/" + dead + "/replay");

        // Where others may write it goes there again; where they may not it stays.
        String where = dead.matches("DLQ[.](tickets|callbacks).*") ? dead.substring(4) : dead;
        assertThat(jms.receiveAndConvert(where)).isEqualTo(said);
    }

    @Test
    void only_queues_of_failures_are_replayed() throws Exception {
        var answer = post("/api/queues/intake/replay");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(read(answer).path("remedy").asText()).contains("DLQ.");
        assertThat(post("/api/queues/DLQ.nothing/replay").statusCode()).isEqualTo(404);
    }

    private JsonNode queue(String name) throws Exception {
        for (JsonNode queue : read(get("/api/queues")).path("items")) {
            if (queue.path("name").asText().equals(name)) {
                return queue;
            }
        }
        return json.createObjectNode();
    }
}

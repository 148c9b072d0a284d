package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.Redress;
import io.redress.intake.RawMessage;
import io.redress.testing.BrokerQueues;
import io.redress.ticket.TicketNumber;
import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jms.core.JmsTemplate;

@SpringBootTest(
        classes = {Redress.class, PlainTextNormalizer.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml"})
class PipelineTest extends IntakeHub {

    @Autowired
    ConnectionFactory connections;

    @Autowired
    BrokerService broker;

    @Autowired
    ObjectMapper json;

    JmsTemplate jms;

    @BeforeEach
    void reader() {
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(200);
        drain();
    }

    @Test
    void a_complaint_becomes_one_ticket_in_the_queue_of_its_category() {
        RawMessage raw = handedOff("the fridge does not cool", "key-1");
        await().atMost(SOON).until(() -> state(raw).equals("ticketed"));
        List<JsonNode> tickets = drain();
        assertThat(tickets).hasSize(1);
        assertThat(tickets.get(0).path("number").asText()).isEqualTo(raw.number());
        assertThat(TicketNumber.namedIn(raw.number())).containsExactly(raw.number());
    }

    @Test
    void the_same_source_key_again_is_a_duplicate_of_the_first_ticket() {
        RawMessage first = handedOff("parcel lost", "key-2");
        RawMessage second = handedOff("parcel lost", "key-2");
        await().atMost(SOON).until(() -> count(first) + count(second) == 2);
        assertThat(List.of(state(first), state(second))).containsExactlyInAnyOrder("ticketed", "duplicate");
        assertThat(drain()).hasSize(1);
        assertThat(ticketOf(first)).isEqualTo(ticketOf(second));
    }

    @Test
    void a_redelivery_of_an_item_that_was_recorded_is_sent_again_unchanged_and_recorded_once() {
        RawMessage raw = handedOff("late parcel", "key-3");
        await().atMost(SOON).until(() -> state(raw).equals("ticketed"));
        List<JsonNode> first = drain();
        camel.sendBody("direct:hand-off", raw);
        List<JsonNode> again = new ArrayList<>();
        await().atMost(SOON).until(() -> again.addAll(drain()) || !again.isEmpty());
        assertThat(again).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from ticket where item_id = ?::uuid")
                        .param(raw.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_message_that_names_a_ticket_mentions_it_and_is_sent_again_with_the_same_history() {
        RawMessage first = handedOff("no answer yet", "key-4");
        await().atMost(SOON).until(() -> state(first).equals("ticketed"));
        drain();
        RawMessage second = handedOff("any news on " + first.number() + "?", "key-5");
        await().atMost(SOON).until(() -> state(second).equals("ticketed"));
        List<JsonNode> sent = drain();
        assertThat(sent.get(0).path("history").findValuesAsText("what")).contains("mentions");
        camel.sendBody("direct:hand-off", second);
        List<JsonNode> again = new ArrayList<>();
        await().atMost(SOON).until(() -> again.addAll(drain()) || !again.isEmpty());
        assertThat(again).isEqualTo(sent);
    }

    @Test
    void what_cannot_be_a_complaint_goes_to_the_invalid_message_channel_with_its_reason() throws Exception {
        RawMessage raw = handedOff("invalid", "key-6");
        await().atMost(SOON).until(() -> state(raw).equals("invalid"));
        JsonNode report = await().atMost(SOON).until(() -> take("invalid"), found -> found != null);
        assertThat(report.path("itemId").asText()).isEqualTo(raw.id());
        assertThat(report.path("reason").asText()).isEqualTo("nothing in it");
    }

    @Test
    void an_item_that_breaks_a_normalizer_is_failed_and_a_dead_letter_and_those_behind_it_go_on() throws Exception {
        RawMessage bad = handedOff("break", "key-7");
        RawMessage good = handedOff("fine", "key-8");
        await().atMost(SOON)
                .until(() -> state(bad).equals("failed") && state(good).equals("ticketed"));
        JsonNode report = await().atMost(SOON).until(() -> take("DLQ.intake"), found -> found != null);
        assertThat(report.path("itemId").asText()).isEqualTo(bad.id());
    }

    @Test
    void an_item_that_finds_the_next_route_stopped_waits_for_it_and_is_no_dead_letter() throws Exception {
        context.getRouteController().stopRoute("triage");
        RawMessage raw = handedOff("while a route is replaced", "key-9");
        await().atMost(SOON).until(() -> context.getInflightRepository().size("intake") > 0);
        context.getRouteController().startRoute("triage");
        await().atMost(SOON).until(() -> state(raw).equals("ticketed"));
        assertThat(take("DLQ.intake")).isNull();
    }

    @Test
    void what_takes_from_outside_starts_after_the_routes_that_it_needs() {
        List<String> order = context.getCamelContextExtension().getRouteStartupOrder().stream()
                .map(started -> started.getRoute().getId())
                .toList();
        assertThat(order.indexOf("intake"))
                .isGreaterThan(order.indexOf("triage"))
                .isGreaterThan(order.indexOf("dispatch"));
    }

    @Test
    void rubbish_on_the_intake_queue_is_a_dead_letter_as_it_is() {
        jms.convertAndSend("intake", "{ not json");
        String letter = await().atMost(SOON).until(() -> (String) jms.receiveAndConvert("DLQ.intake"), s -> s != null);
        assertThat(letter).isEqualTo("{ not json");
    }

    private RawMessage handedOff(String text, String key) {
        return handedOff("test", "plain", text, key);
    }

    private int count(RawMessage raw) {
        return jdbc.sql("select count(*) from item where id = ?::uuid")
                .param(raw.id())
                .query(Integer.class)
                .single();
    }

    private List<JsonNode> drain() {
        var queues = new BrokerQueues(broker, connections);
        queues.awaitTaken("intake");
        return queues.takeAll("complaints.>").stream().map(this::parsed).toList();
    }

    private JsonNode take(String queue) {
        String text = (String) jms.receiveAndConvert(queue);
        return text == null ? null : parsed(text);
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }
}

package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.Redress;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.testing.BrokerQueues;
import jakarta.jms.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What waits on an intake queue is taken and written down together, and ends as if each had come alone. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = {Redress.class, PlainTextNormalizer.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.intake.consumers=1"})
class BatchPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
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

    @Autowired
    BrokerService broker;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    ObjectMapper json;

    private final List<RawMessage> waiting = new ArrayList<>();
    private BrokerQueues queues;

    @BeforeEach
    void letThemWait() throws Exception {
        queues = new BrokerQueues(broker, connections);
        context.getRouteController().stopRoute("intake");
        queues.takeAll("complaints.>");
        queues.takeAll("DLQ.intake");
    }

    @AfterEach
    void goOn() throws Exception {
        context.getRouteController().startRoute("intake");
    }

    @Test
    void what_waited_is_written_down_in_few_transactions_and_each_ticket_is_sent_once() throws Exception {
        for (int i = 0; i < 150; i++) {
            waits("parcel " + i + " is late", "late-" + i);
        }
        take();
        assertThat(states()).containsOnly("ticketed");
        assertThat(sent()).containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(jdbc.sql("select count(distinct xmin::text) from ticket where number = any(?)")
                        .param(numbers().toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .as("transactions for 150 tickets")
                .isLessThan(30);
        assertThat(jdbc.sql("select count(*) from event where ticket_number = any(?) and hash is null")
                        .param(numbers().toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .as("events without a seal")
                .isZero();
    }

    @Test
    void one_that_breaks_the_hub_keeps_none_behind_it_back_and_repeats_and_mentions_find_what_stood_before()
            throws Exception {
        RawMessage first = waits("the fridge is cold no more", "one");
        waits("break", "two");
        waits("the fridge is cold no more", "one");
        waits("any news on " + first.number() + "?", "three");
        waits("invalid", "four");
        waits("the oven is cold", "five");
        take();
        assertThat(states()).containsExactly("ticketed", "failed", "duplicate", "ticketed", "invalid", "ticketed");
        assertThat(sent()).containsExactlyInAnyOrder(number(0), number(3), number(5));
        assertThat(queues.takeAll("DLQ.intake")).singleElement().satisfies(letter -> assertThat(letter)
                .contains(waiting.get(1).id()));
        assertThat(jdbc.sql("select what from event where ticket_number = ?")
                        .param(first.number())
                        .query(String.class)
                        .list())
                .contains("mentioned by");
    }

    private RawMessage waits(String text, String key) {
        RawMessage raw = handOff.receive("test", "plain", text.getBytes(StandardCharsets.UTF_8), Map.of(), key);
        camel.sendBody("direct:hand-off", raw);
        waiting.add(raw);
        return raw;
    }

    private void take() throws Exception {
        context.getRouteController().startRoute("intake");
        await().atMost(SOON)
                .until(() -> states().size() == waiting.size()
                        && states().stream().noneMatch(state -> state.equals("received")));
        queues.awaitTaken("intake");
    }

    /** In the order in which they were handed off. */
    private List<String> states() {
        return waiting.stream()
                .flatMap(
                        raw -> jdbc
                                .sql("select state from item where id = ?::uuid")
                                .param(raw.id())
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    private List<String> numbers() {
        return waiting.stream().map(RawMessage::number).toList();
    }

    private String number(int place) {
        return waiting.get(place).number();
    }

    private List<String> sent() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (String ticket : queues.takeAll("complaints.>")) {
            numbers.add(json.readTree(ticket).path("number").asText());
        }
        return numbers;
    }
}

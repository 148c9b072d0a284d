package io.redress.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.camel.cluster.LeaderRoutePolicy;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogues;
import io.redress.delivery.news.ConfiguredStateMapping;
import io.redress.due.QueueMessage;
import io.redress.handoff.BlobStore;
import io.redress.ledger.news.InboundUpdateService;
import io.redress.lifecycle.UpdateKind;
import io.redress.testing.OwnDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataFormatFactory;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kamelets hold the dialogues: over HTTP, with failures, and news into the route behind them. */
class SystemKameletsTest extends OwnDatabase {

    private static final Map<String, Object> FIELDS =
            Map.of("Queue", "Complaints", "Subject", "冰箱不制冷", "Content", "它不制冷 — really");

    private final RtEmulation rt = new RtEmulation();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final InboundUpdateService service = new InboundUpdateService(jdbc, () -> 0, Clock.systemUTC());

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        camel.getRegistry().bind("jackson-dataformat-factory", (DataFormatFactory)
                () -> new JacksonDataFormat(json, Object.class));
        camel.getRegistry()
                .bind("noRetryHttpClientConfigurer", (HttpClientConfigurer) HttpClientBuilder::disableAutomaticRetries);
        camel.getRegistry().bind("dialogues", new Dialogues(Clock.systemUTC()));
        camel.getRegistry().bind("blobStore", new BlobStore(folder));
        camel.getRegistry().bind("inboundUpdateService", service);
        camel.getRegistry().bind("leaderOnly", new LeaderRoutePolicy());
        camel.getRegistry()
                .bind(
                        "configuredStateMapping",
                        new ConfiguredStateMapping(name -> Map.of("resolved", UpdateKind.SOLVED)));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        rt.close();
    }

    @Test
    void a_ticket_goes_over_the_wire_as_it_is() {
        assertThat(deliver("R-261122-7K9Q2M", 1, RtEmulation.TOKEN)).isEqualTo(new Delivered("1", null));
        assertThat(rt.tickets()).hasSize(1);
        assertThat(rt.tickets().get(0).path("Subject").asText()).isEqualTo("冰箱不制冷");
        assertThat(rt.tickets().get(0).path("Content").asText()).isEqualTo("它不制冷 — really");
    }

    @Test
    void an_answer_that_is_lost_after_the_ticket_was_made_makes_no_second_one() {
        rt.loseNextAnswer();
        assertThatThrownBy(() -> deliver("R-261122-7K9Q2M", 1, RtEmulation.TOKEN))
                .isInstanceOf(CamelExecutionException.class);
        assertThat(deliver("R-261122-7K9Q2M", 2, RtEmulation.TOKEN))
                .isEqualTo(new Delivered("1", "found by our number"));
        assertThat(rt.tickets()).hasSize(1);
    }

    @Test
    void the_pause_that_the_system_asks_for_reaches_the_hub() {
        rt.answerNext(new ServiceEmulation.Answer(503, Map.of("Retry-After", "7"), null));
        assertThatThrownBy(() -> deliver("R-261122-7K9Q2M", 1, RtEmulation.TOKEN))
                .hasRootCauseInstanceOf(TargetUnavailable.class)
                .rootCause()
                .isInstanceOfSatisfying(TargetUnavailable.class, unavailable -> assertThat(unavailable.retryAfter())
                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void a_token_that_does_not_hold_waits_for_another() {
        assertThatThrownBy(() -> deliver("R-261122-7K9Q2M", 1, "wrong"))
                .hasRootCauseInstanceOf(TargetUnavailable.class);
    }

    @Test
    void news_reach_the_route_once_and_the_position_is_kept() throws Exception {
        deliver("R-261122-7K9Q2M", 1, RtEmulation.TOKEN);
        recorded("R-261122-7K9Q2M", "1");
        rt.resolve();
        var updates = camel.getEndpoint("mock:updates", MockEndpoint.class);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:rt-updates-source?target=rt&mapping=rt&period=100&token=" + RtEmulation.TOKEN + "&url="
                                + rt.url() + "/REST/2.0")
                        .to("mock:updates");
            }
        });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.position("rt").equals("57"));
        rt.resolve();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.position("rt").equals("58"));
        assertThat(updates.getExchanges().stream()
                        .map(exchange -> exchange.getMessage().getBody(String.class))
                        .toList())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"id\":\"rt-57\"", "\"kind\":\"solved\"", "\"ticket\":\"R-261122-7K9Q2M\""),
                        second -> assertThat(second).contains("\"id\":\"rt-58\""));
    }

    @Test
    void news_of_a_record_that_no_delivery_made_are_reported_and_no_update_of_any_ticket() throws Exception {
        deliver("R-261122-7K9Q2N", 1, RtEmulation.TOKEN);
        rt.resolve();
        var updates = camel.getEndpoint("mock:no-updates", MockEndpoint.class);
        var reports = camel.getEndpoint("mock:reports", MockEndpoint.class);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tell-queues").to("mock:reports");
                from("kamelet:rt-updates-source?target=forged&mapping=rt&period=100&token=" + RtEmulation.TOKEN
                                + "&url=" + rt.url() + "/REST/2.0")
                        .to("mock:no-updates");
            }
        });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.position("forged").equals("57"));
        assertThat(updates.getExchanges()).isEmpty();
        assertThat(reports.getExchanges()).singleElement().satisfies(exchange -> {
            var report = exchange.getMessage().getBody(QueueMessage.class);
            assertThat(report.queue()).isEqualTo("invalid");
            assertThat(report.body().path("reason").asText()).contains("R-261122-7K9Q2N", "no delivery of that ticket");
        });
    }

    /** As the desk of deliveries writes it down. */
    private void recorded(String number, String record) {
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, gen_random_uuid(), now(), 'web', 'web-form', 'other', 'normal', 'received', false, 'desk', now(),
                        now(), '{}', now(), now())
                """).param(number).update();
        jdbc.sql("insert into delivery_record (target, ticket_number, record_id) values ('rt', ?, ?)")
                .params(number, record)
                .update();
    }

    private Object deliver(String number, int attempt, String token) {
        Delivery delivery = SystemDeliveries.ticket(number, attempt, FIELDS);
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.requestBody(
                    "kamelet:rt-delivery-sink?url=" + rt.url() + "/REST/2.0&token=" + token, delivery);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

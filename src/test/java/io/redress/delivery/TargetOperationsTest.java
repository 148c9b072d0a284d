package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.delivery.news.InboundUpdates;
import io.redress.ledger.news.InboundUpdateService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {io.redress.Redress.class, io.redress.pipeline.PlainTextNormalizer.class, DeliveryHub.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "redress.due.period=50",
            "redress.delivery.period=50",
            "redress.api.keys.tester=a-key-that-only-the-tests-know",
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/http.camel.yaml"
        })
class TargetOperationsTest extends DeliveryHub {

    private static final FaultyServer SERVER = new FaultyServer();

    @LocalServerPort
    int port;

    @Autowired
    InboundUpdateService news;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("faulty.url", SERVER::url);
    }

    @AfterAll
    static void close() throws Exception {
        SERVER.close();
    }

    @AfterEach
    void well() {
        SERVER.fail(TargetFault.ERROR, 0);
    }

    @Test
    void what_the_customer_writes_later_and_changes_of_status_follow_in_order() {
        SERVER.fail(TargetFault.ERROR, 2);
        String number = sent("the fridge door does not close, call 13800138000");
        await().atMost(SOON).until(() -> !note(number).isEmpty());
        sent("about " + number + ": and it is loud, call 13800138000");
        await().atMost(SOON).until(() -> states(number).size() == 2);
        update(number, "solved", "desk");
        await().atMost(SOON).until(() -> states(number).size() == 3);
        await().atMost(SOON).until(() -> {
            clock.pass(Duration.ofMinutes(15));
            return states(number).stream().limit(3).allMatch(state -> state.endsWith(" delivered"));
        });
        List<String> told = SERVER.told(number);
        assertThat(told.get(0)).contains("the fridge door");
        assertThat(told.get(1)).contains("and it is loud").contains("\"case\":\"");
        assertThat(told.get(2)).contains("\"status\":\"solved\"").contains("a new door");
    }

    @Test
    void a_targets_own_news_are_not_told_to_it() {
        String number = opened();
        awaitDelivered(number);
        update(number, "solved", TARGET);
        await().atMost(SOON).until(() -> tickets.find(number).orElseThrow().ticket().history().stream()
                .anyMatch(event -> event.what().equals("solved")));
        assertThat(states(number)).containsExactly("ticket delivered");
    }

    @Test
    void a_paused_target_gets_nothing_until_it_is_resumed() throws Exception {
        assertThat(post("pause").path("paused").asBoolean()).isTrue();
        String number = opened();
        await().atMost(SOON).until(() -> states(number).equals(List.of("ticket waiting")));
        await().during(Duration.ofMillis(400)).atMost(SOON).until(() -> SERVER.told(number)
                .isEmpty());
        assertThat(post("resume").path("paused").asBoolean()).isFalse();
        awaitDelivered(number);
    }

    @Test
    void what_was_refused_is_delivered_again_by_the_answers_text() throws Exception {
        SERVER.fail(TargetFault.REFUSE, 1);
        String number = opened();
        await().atMost(SOON).until(() -> states(number).equals(List.of("ticket refused")));
        assertThat(post("replay?reason=no%20such%20words").path("again").asInt())
                .isZero();
        assertThat(post("replay?reason=QUEUE%20is%20unknown").path("again").asInt())
                .isPositive();
        awaitDelivered(number);
        assertThat(SERVER.records()).containsOnlyOnce(number);
    }

    @Test
    void a_delivered_ticket_that_is_replayed_makes_no_second_record() throws Exception {
        String number = opened();
        awaitDelivered(number);
        assertThat(post("replay?ticket=" + number).path("again").asInt()).isOne();
        awaitDelivered(number);
        assertThat(SERVER.records()).containsOnlyOnce(number);
    }

    @Test
    void tickets_from_before_the_target_was_connected_can_be_delivered() throws Exception {
        String number = opened();
        awaitDelivered(number);
        jdbc.sql("delete from delivery_record where ticket_number = ?")
                .param(number)
                .update();
        jdbc.sql("delete from delivery where ticket_number = ?").param(number).update();
        assertThat(post("replay?missing=true&ticket=" + number).path("first").asInt())
                .isOne();
        awaitDelivered(number);
    }

    @Test
    void a_ticket_of_a_forgotten_customer_is_not_made_up_for() throws Exception {
        String number = opened();
        awaitDelivered(number);
        jdbc.sql("delete from delivery_record where ticket_number = ?")
                .param(number)
                .update();
        jdbc.sql("delete from delivery where ticket_number = ?").param(number).update();
        jdbc.sql("update ticket set forgotten_at = now() where number = ?")
                .param(number)
                .update();
        assertThat(post("replay?missing=true&ticket=" + number).path("first").asInt())
                .isZero();
    }

    @Test
    void a_system_whose_news_cannot_be_read_for_too_long_is_not_healthy_until_it_is_read() throws Exception {
        news.unread("elsewhere", new IOException("refused"));
        JsonNode just = get("/api/targets/elsewhere");
        assertThat(just.path("newsError").asText()).isEqualTo("IOException: refused");
        assertThat(just.path("healthy").asBoolean()).isTrue();
        clock.pass(Duration.ofMinutes(16));
        assertThat(get("/api/targets/elsewhere").path("healthy").asBoolean()).isFalse();
        news.position("elsewhere");
        news.taken("elsewhere", new InboundUpdates(List.of(), "1"));
        assertThat(get("/api/targets").path("items").findValuesAsText("name")).doesNotContain("elsewhere");
    }

    @Test
    void a_target_shows_its_lag_its_last_error_and_its_breaker() throws Exception {
        SERVER.fail(TargetFault.ERROR, 1);
        String number = opened();
        awaitNote(number, "500");
        clock.pass(Duration.ofSeconds(3));
        JsonNode target = get("/api/targets").path("items").path(0);
        assertThat(target.path("name").asText()).isEqualTo(TARGET);
        assertThat(target.path("waiting").asInt()).isPositive();
        assertThat(target.path("lagSeconds").asInt()).isPositive();
        assertThat(target.path("lastError").asText()).contains("500 oh no");
        assertThat(target.path("breaker").asText()).isEqualTo("closed");
        assertThat(get("/api/targets/faulty/deliveries?ticket=" + number)
                        .path("items")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("waiting");
        awaitDeliveredInTime(number);
    }

    private JsonNode post(String what) throws Exception {
        return send(request("/api/targets/faulty/" + what).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer a-key-that-only-the-tests-know");
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}

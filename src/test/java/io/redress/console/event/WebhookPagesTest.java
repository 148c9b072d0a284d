package io.redress.console.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.channel.proof.StandardWebhooks;
import io.redress.channel.proof.VerificationResult;
import io.redress.console.ConsoleHub;
import io.redress.handoff.HandOff;
import io.redress.permission.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookPagesTest extends ConsoleHub {

    private static final String PAGE = "/console/webhooks";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer server;

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    record Received(String path, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void aSubscriber() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void gone() {
        server.stop(0);
        jdbc.sql("delete from event_subscription").update();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toLowerCase(java.util.Locale.ROOT), one -> one.getValue()
                        .get(0)));
        received.add(new Received(
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes()));
        exchange.getResponseHeaders().add("Location", address("/elsewhere"));
        if (exchange.getRequestURI().getPath().equals("/endless")) {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void a_new_ticket_is_told_to_a_subscriber_that_can_prove_the_signature_by_the_secret_that_was_shown_once() {
        String secret = made("warehouse", "/hook?shop=1", "ticket.created");
        assertThat(answer(PAGE + "/warehouse", "en").body()).doesNotContain(secret);

        camel.sendBody(
                "direct:hand-off",
                handOff.receive("web", "plain-words", "the kettle leaks".getBytes(StandardCharsets.UTF_8), Map.of()));

        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(1));
        Received event = received.get(0);
        assertThat(event.path()).isEqualTo("/hook?shop=1");
        assertThat(event.text())
                .contains("\"type\":\"ticket.created\"", "\"number\":\"R-", "\"status\":\"received\"")
                .doesNotContain("kettle");
        assertThat(verified(secret, event)).isInstanceOf(VerificationResult.Genuine.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        page(PAGE + "/warehouse").select("tr[data-row]").text())
                .contains("ticket.created", "delivered", "204"));
    }

    @Test
    void a_test_event_arrives_and_a_redirect_is_not_followed() {
        made("warehouse", "/hook", "ticket.closed");
        status = 302;

        assertThat(submit(answer(PAGE + "/warehouse", "en"), "form[action$=/test]")
                        .statusCode())
                .isEqualTo(303);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        page(PAGE + "/warehouse").select("tr[data-row]").text())
                .contains("webhook.test", "answered 302"));
        assertThat(received).extracting(Received::path).containsOnly("/hook");
    }

    @Test
    void an_endless_answer_ends_at_its_head() {
        made("warehouse", "/endless", "ticket.closed");

        assertThat(post("/api/webhooks/warehouse/test").statusCode()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        get("/api/webhooks/warehouse/deliveries").body())
                .contains("\"state\":\"delivered\""));
    }

    @Test
    void after_a_rotation_the_old_secret_proves_the_next_request_and_so_does_the_new_one() {
        String old = made("warehouse", "/hook", "ticket.closed");
        var rotated = submit(answer(PAGE + "/warehouse", "en"), "form[action$=/rotate]");
        String young = Jsoup.parse(rotated.body()).selectFirst("#secret").text();
        assertThat(young).isNotEqualTo(old);

        post("/api/webhooks/warehouse/test");

        await().atMost(SOON).untilAsserted(() -> assertThat(received).hasSize(1));
        assertThat(verified(old, received.get(0))).isInstanceOf(VerificationResult.Genuine.class);
        assertThat(verified(young, received.get(0))).isInstanceOf(VerificationResult.Genuine.class);
    }

    @Test
    void a_subscriber_that_answers_gone_is_disabled_and_the_page_says_why() {
        made("warehouse", "/hook", "ticket.closed");
        status = 410;

        post("/api/webhooks/warehouse/test");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(page(PAGE + "/warehouse").text()).contains("disabled", "410 Gone"));
        assertThat(post("/api/webhooks/warehouse/test").statusCode()).isEqualTo(404);
        submit(answer(PAGE + "/warehouse", "en"), "form[action$=/enable]");
        assertThat(post("/api/webhooks/warehouse/test").statusCode()).isEqualTo(202);
    }

    @Test
    void a_name_that_leads_into_a_private_network_is_not_connected_to() {
        jdbc.sql("insert into event_subscription (id, name, url, types, categories, secret, made_at, made_by)"
                        + " select gen_random_uuid(), 'inside', 'https://169.254.169.254/latest', '{ticket.closed}', '{}',"
                        + " secret, now(), 'x' from event_subscription where name = ?")
                .param(named("warehouse", "/hook", "ticket.closed"))
                .update();

        post("/api/webhooks/inside/test");

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        get("/api/webhooks/inside/deliveries").body())
                .contains("private network"));
    }

    @Test
    void what_is_wrong_with_a_new_one_is_said_with_a_remedy_and_what_was_typed_stays() {
        var answer = submit(
                answer(PAGE, "en"),
                "#make-webhook",
                "name",
                "inside",
                "url",
                "https://10.0.0.1/",
                "types",
                "ticket.closed");

        assertThat(answer.statusCode()).isEqualTo(400);
        var page = Jsoup.parse(answer.body());
        assertThat(page.selectFirst("[role=alert]").text()).contains("private network", "redress.events.allow");
        assertThat(page.selectFirst("input[name=name]").val()).isEqualTo("inside");
        assertThat(asked("{\"name\":\"x\",\"url\":\"https://example.com\",\"types\":[\"ticket.close\"]}"))
                .contains("\"types\"", "ticket.closed");
    }

    @Test
    void webhooks_are_for_operators() {
        String agent = signedIn(user(Role.AGENT)).cookies();
        assertThat(send(request(PAGE).header("Cookie", agent)).statusCode()).isEqualTo(403);
        String operator = signedIn(user(Role.OPERATOR)).cookies();
        assertThat(send(request(PAGE).header("Cookie", operator)).statusCode()).isEqualTo(200);
    }

    private String named(String name, String path, String type) {
        made(name, path, type);
        return name;
    }

    private String made(String name, String path, String type) {
        var made = submit(answer(PAGE, "en"), "#make-webhook", "name", name, "url", address(path), "types", type);
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        return Jsoup.parse(made.body()).selectFirst("#secret").text();
    }

    private String asked(String body) {
        return send(request("/api/webhooks")
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private static VerificationResult verified(String secret, Received event) {
        return new StandardWebhooks(secret, Duration.ofMinutes(5), Clock.systemUTC())
                .verify(event.headers(), event.body());
    }
}

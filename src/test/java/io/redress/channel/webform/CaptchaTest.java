package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.redress.intake.RawMessage;
import io.redress.web.PageResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptchaTest {

    private final List<String> questions = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private int status = 200;
    private String answer = "{\"success\": true}";
    private FormFixture kit;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/siteverify", exchange -> {
            questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
        kit = asking(false);
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private FormFixture asking(boolean refuseWhenAway) {
        var verify = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/siteverify");
        var clock = new io.redress.testing.SetClock(java.time.Instant.parse("2026-11-28T08:00:00Z"));
        var captcha = new Captcha(verify, "s&cret", Duration.ofSeconds(2), refuseWhenAway, clock);
        var widget = new CaptchaWidget("site-key", "https://c.example/api.js?x=1", List.of("https://c.example"));
        return new FormFixture("captcha", false, captcha, widget);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cf-turnstile-response", "h-captcha-response", "g-recaptcha-response"})
    void a_token_is_asked_about_as_all_three_services_want_it(String field) {
        assertThat(kit.send(with(field, "tok en+1"))).isInstanceOf(RawMessage.class);
        assertThat(questions).containsExactly("secret=s%26cret&response=tok+en%2B1&remoteip=203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void without_a_token_the_service_is_not_asked_and_the_form_is_given_back(String blank) {
        var refused = (PageResponse) kit.send(with("cf-turnstile-response", blank));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(FormFixture.document(refused).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#captcha");
        assertThat(FormFixture.fields(refused)).containsEntry("text", "The fridge does not cool");
        assertThat(questions).isEmpty();
    }

    @Test
    void a_token_of_a_length_that_none_has_is_none() {
        assertThat(kit.send(with("h-captcha-response", "x".repeat(9_000)))).isInstanceOf(PageResponse.class);
        assertThat(questions).isEmpty();
    }

    @Test
    void a_token_that_the_service_refuses_gives_the_form_back() {
        answer = "{\"success\": false, \"error-codes\": [\"timeout-or-duplicate\"]}";
        assertThat(((PageResponse) kit.send(with("g-recaptcha-response", "t"))).status())
                .isEqualTo(400);
    }

    @Test
    void programs_are_asked_like_everybody_else() {
        var refused = (PageResponse) kit.send(
                "{\"text\":\"x\",\"phone\":\"1\"}", "application/json", "203.0.113.7", Map.of("Accept", "*/*"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(new String(refused.content(), StandardCharsets.UTF_8)).contains("\"field\":\"captcha\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"success\": true}", "404 | x", "302 | {\"success\": true}", "200 | not json", "200 | {}",
                "200 | []", "200 | {\"success\": \"true\"}", "200 | {\"success\": 1}", "200 | ''", "503 | {}",
                "200 | {\"success\": null}", "200 | <html>"
            })
    void while_the_service_does_not_answer_as_it_should_a_form_is_taken_in_and_marked(int code, String body) {
        status = code;
        answer = body;
        var message = (RawMessage) kit.send(with("cf-turnstile-response", "t"));
        assertThat(message.attribute(RawMessage.UNCHECKED)).contains("CAPTCHA");

        assertThat(((PageResponse) asking(true).send(with("cf-turnstile-response", "t"))).status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {}",
                "400 | ''",
                "400 | bad request",
                "413 | <html>",
                "413 | {}",
                "414 | ''",
                "414 | <html>",
                "422 | {\"success\": true}",
                "422 | ''",
                "400 | {\"success\": true}",
                "400 | {\"success\": false, \"error-codes\": [\"invalid-input-response\"]}",
                "422 | {\"success\": false, \"error-codes\": [\"missing-input-response\"]}"
            })
    void a_token_that_the_service_cannot_read_counts_as_none_and_the_next_form_is_asked_about(int code, String body) {
        status = code;
        answer = body;
        assertThat(((PageResponse) kit.send(with("cf-turnstile-response", "odd"))).status())
                .isEqualTo(400);
        status = 200;
        answer = "{\"success\": false}";
        assertThat(((PageResponse) kit.send(with("cf-turnstile-response", "of a program"))).status())
                .isEqualTo(400);
        assertThat(questions).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-input-secret", "missing-input-secret", "sitekey-secret-mismatch"})
    void a_service_that_does_not_know_our_secret_is_away(String code) {
        answer = "{\"success\": false, \"error-codes\": [\"" + code + "\"]}";
        for (int each : List.of(200, 400)) {
            status = each;
            var message = (RawMessage) asking(false).send(with("cf-turnstile-response", "t"));
            assertThat(message.attribute(RawMessage.UNCHECKED)).contains("CAPTCHA");
        }
    }

    @Test
    void a_service_that_is_down_is_not_asked_again_at_once() {
        status = 500;
        kit.send(with("cf-turnstile-response", "1"));
        kit.send(with("cf-turnstile-response", "2"));
        assertThat(questions).hasSize(1);
    }

    @Test
    void a_service_that_cannot_be_reached_is_away() {
        service.stop(0);
        assertThat(((RawMessage) kit.send(with("cf-turnstile-response", "t"))).attribute(RawMessage.UNCHECKED))
                .isNotNull();
    }

    @Test
    void the_page_shows_the_question_and_may_load_it_from_nowhere_else() {
        PageResponse page = kit.open();
        var document = FormFixture.document(page);
        assertThat(document.select("script").eachAttr("src")).containsExactly("https://c.example/api.js?x=1");
        assertThat(document.select(".cf-turnstile.h-captcha.g-recaptcha").attr("data-sitekey"))
                .isEqualTo("site-key");
        assertThat(document.select("noscript").text()).contains("privacy@example.com");
        assertThat(page.policy())
                .contains("default-src 'none'", "script-src https://c.example;", "frame-src https://c.example;")
                .doesNotContain("unsafe", "*");
        assertThat(new FormFixture("captcha").open().policy()).doesNotContain("script-src");
    }

    private Map<String, String> with(String field, String token) {
        Map<String, String> fields = kit.filled(kit.open());
        fields.put(field, token);
        return fields;
    }
}

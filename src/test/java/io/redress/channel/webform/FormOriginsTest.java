package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms that stand on pages of other sites, over real HTTP. */
@WebFormHubTest
class FormOriginsTest {

    private static final String SHOP = "https://shop.example.com";
    private static final String COMPLAINT = "{\"text\":\"It leaks\",\"email\":\"li@shop-customer.com\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private WebFormHub.Queue queue;

    @BeforeEach
    void emptyQueue() {
        queue.messages.clear();
        queue.down.set(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, "http://localhost:3000"})
    void a_named_site_is_told_what_it_may_send(String origin) throws Exception {
        var answer = preflight("/shop", origin);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(answer.headers().allValues("Access-Control-Allow-Methods")).containsExactly("POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Content-Type, Idempotency-Key");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("3600");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Origin"));
        assertThat(queue.messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example.com",
        "null",
        "http://shop.example.com",
        "https://shop.example.com:8443",
        "https://shop.example.com.evil.org",
        "https://SHOP.example.com",
        "https://shop.example.com/",
        "'https://shop.example.com, http://localhost:3000'",
        "*"
    })
    void any_other_site_is_refused_and_may_not_read_the_answer(String origin) throws Exception {
        for (var answer : new HttpResponse<?>[] {preflight("/shop", origin), post("/shop", origin, COMPLAINT)}) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
            assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Origin");
            assertThat(String.valueOf(answer.body())).contains("allowedOrigins");
        }
        assertThat(queue.messages).isEmpty();
    }

    @Test
    void a_refused_site_is_named_in_the_log_once_a_minute() throws Exception {
        var said = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(FormOrigins.class);
        log.addAppender(said);
        said.start();
        try {
            post("/shop", "https://once.example.net", COMPLAINT);
            post("/shop", "https://once.example.net", COMPLAINT);
        } finally {
            log.detachAppender(said);
        }

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("A page of https://once.example.net may not send the form of channel shop-form");
    }

    @Test
    void a_form_of_a_named_site_is_taken_in_and_its_page_can_read_the_number() throws Exception {
        var answer = post("/shop", SHOP, COMPLAINT);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(SHOP);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).hasValue("Location, Retry-After");
        assertThat(queue.messages).hasSize(1);
    }

    @Test
    void its_page_can_read_what_is_wrong_too() throws Exception {
        var invalid = post("/shop", SHOP, "{\"email\":\"nobody\"}");
        queue.down.set(true);
        var unavailable = post("/shop", SHOP, COMPLAINT);

        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(unavailable.statusCode()).isEqualTo(503);
        for (var answer : new HttpResponse<?>[] {invalid, unavailable}) {
            assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly(SHOP);
        }
    }

    @Test
    void programs_and_the_hubs_own_pages_need_not_be_named() throws Exception {
        assertThat(post("/shop", null, COMPLAINT).statusCode()).isEqualTo(202);
        assertThat(post("/shop", "https://help.example.com", COMPLAINT).statusCode())
                .isEqualTo(202);
        assertThat(send(request("/shop", "null")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString(COMPLAINT)))
                        .statusCode())
                .isEqualTo(202);
        assertThat(send(request("/shop", "null")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.ofString(COMPLAINT)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_that_names_no_site_is_taken_from_everywhere_but_no_script_reads_the_answer() throws Exception {
        var answer =
                post("/returns", SHOP, "{\"question\":\"x\",\"text\":\"It leaks\",\"email\":\"li@shop-customer.com\"}");

        assertThat(answer.statusCode()).isNotEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(preflight("/returns", SHOP).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> preflight(String path, String origin) throws Exception {
        return send(request(path, origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,idempotency-key")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpResponse<String> post(String path, String origin, String body) throws Exception {
        return send(request(path, origin).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String origin) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        return origin == null ? request : request.header("Origin", origin);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}

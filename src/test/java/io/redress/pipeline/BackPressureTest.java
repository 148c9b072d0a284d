package io.redress.pipeline;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.Redress;
import io.redress.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole hub with form and call files, whose intake the test stops so that arrivals pile up. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/channels/call-center.camel.yaml,"
                    + "file:routes/channels/complaint-form.camel.yaml",
            "redress.api.keys.tester=" + BackPressureTest.KEY,
            "redress.intake.most-waiting=10",
            "redress.intake.watch-every=100ms"
        })
class BackPressureTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    static final String KEY = "a-key-of-this-test";
    private static final String HEALTH = "/actuator/health/intake";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    CamelContext camel;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry metrics;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void while_too_much_waits_forms_are_answered_429_and_files_rest_and_then_all_that_was_accepted_is_done()
            throws Exception {
        camel.getRouteController().stopRoute("intake");
        int accepted = 0;
        List<HttpResponse<String>> refused = new ArrayList<>();
        for (int i = 0; refused.isEmpty(); i++) {
            HttpResponse<String> answer = complain(i);
            if (answer.statusCode() == 202) {
                accepted++;
            } else {
                refused.add(answer);
            }
        }
        assertThat(refused.get(0).statusCode()).isEqualTo(429);
        assertThat(refused.get(0).headers().firstValue("Retry-After")).isPresent();
        assertThat(get(HEALTH).statusCode()).as("health").isEqualTo(503);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        Path file = drop();
        // Two polls of the folder would have taken it by now; its modification is long ago.
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> Files.exists(file));

        camel.getRouteController().startRoute("intake");
        int forms = accepted;
        await().atMost(SOON).until(() -> tickets("complaint-form") == forms);
        await().atMost(SOON).until(() -> get(HEALTH).statusCode() == 200);
        await().atMost(SOON).until(() -> tickets("call-center") == 1);
        assertThat(complain(1_000).statusCode()).isEqualTo(202);
    }

    @Test
    void a_channels_answer_has_the_security_headers_of_all_others_and_is_counted_with_them() throws Exception {
        HttpResponse<String> ofTheChannel = post("/complaints", "{}");
        HttpResponse<String> ofTheDispatcher = post("/complaints/", "{}");
        assertThat(ofTheChannel.statusCode()).isEqualTo(400);
        assertThat(ofTheDispatcher.statusCode()).isEqualTo(404);
        for (String name :
                List.of("X-Content-Type-Options", "X-Frame-Options", "X-XSS-Protection", "Referrer-Policy")) {
            assertThat(ofTheChannel.headers().allValues(name))
                    .as(name)
                    .hasSize(1)
                    .isEqualTo(ofTheDispatcher.headers().allValues(name));
        }
        assertThat(ofTheChannel.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(ofTheChannel.headers().allValues("Cache-Control"))
                .singleElement(as(STRING))
                .contains("no-store");
        assertThat(metrics.get("http.server.requests")
                        .tags("uri", "/complaints", "method", "POST", "status", "400", "outcome", "CLIENT_ERROR")
                        .timer()
                        .count())
                .isPositive();
    }

    private HttpResponse<String> complain(int i) throws IOException, InterruptedException {
        return post("/complaints", "{\"text\":\"The kettle is broken, number " + i + "\",\"phone\":\"13800138000\"}");
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + KEY)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Path drop() throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox/call-center"));
        Path part = Files.writeString(inbox.resolve("calls.csv.part"), "客户姓名,电话,投诉内容\r\n王,13800138000,沙发有色差\r\n");
        Files.setLastModifiedTime(part, java.nio.file.attribute.FileTime.fromMillis(0));
        return Files.move(part, inbox.resolve("calls.csv"));
    }

    private long tickets(String channel) {
        try (Stream<String> channels = jdbc.sql("select channel from ticket").query(String.class).stream()) {
            return channels.filter(channel::equals).count();
        }
    }
}

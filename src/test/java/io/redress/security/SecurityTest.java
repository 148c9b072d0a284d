package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

public class SecurityTest extends OpsHub {

    private static final List<String> CLOSED = List.of(
            "/api/tickets",
            "/api/tickets/R-260701-7K9Q2M",
            "/api/items",
            "/api/items/0197c1d2-7a10-7c3e-9d3f-2b1c4d5e6f70/original",
            "/api/tickets/export",
            "/api/tickets/R-260701-7K9Q2M/attachments/1",
            "/api/queues",
            "/api/queues/DLQ.intake/messages",
            "/api/queues/DLQ.intake/messages/ID:1",
            "/api/queues/DLQ.intake/discarded",
            "/api/channels",
            "/api/anything",
            "/actuator/prometheus",
            "/actuator/env",
            "/actuator");

    @Test
    void without_a_key_nothing_is_told_and_the_answer_says_what_to_send() throws Exception {
        for (String path : CLOSED) {
            var answer = send(request(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(read(answer).path("remedy").asText()).contains("Authorization: Bearer");
        }
    }

    @Test
    void a_wrong_key_is_refused_wherever_it_stands() {
        for (String authorization : List.of(
                "Bearer wrong",
                "Bearer ",
                "Bearer " + KEY + "x",
                "Bearer " + KEY.substring(1),
                "Basic " + Base64.getEncoder().encodeToString(("x:" + KEY).getBytes(StandardCharsets.UTF_8)),
                KEY)) {
            var answer = send(request("/api/tickets").header("Authorization", authorization));
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
        }
        assertThat(send(request("/api/tickets?key=" + KEY)).statusCode()).isEqualTo(401);
    }

    @Test
    void replays_and_discards_need_a_key_too() {
        for (String path :
                List.of("/api/queues/invalid/replay", "/api/queues/DLQ.intake/discard", "/api/items/x/replay")) {
            assertThat(send(request(path).POST(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void health_is_public_but_without_details() {
        var answer = send(request("/actuator/health"));
        assertThat(answer.body()).contains("status").doesNotContain("quiet").doesNotContain("components");
        assertThat(send(request("/actuator/health/liveness")).statusCode()).isEqualTo(200);
        assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_channels_paths_reach_their_routes_without_a_key_of_ours() {
        // whatever is there, or 404 of the dispatcher, but never the door's refusal
        for (String path : List.of("/complaints", "/complaints/new", "/tickets/R-260701-7K9Q2M", "/webhooks/shop")) {
            var answer = send(request(path).header("Authorization", "Bearer of-the-platform"));
            assertThat(answer.statusCode()).as(path).isNotIn(401, 403, 503);
            assertThat(answer.body()).as(path).doesNotContain("There is nothing here");
        }
        assertThat(send(request("/assets/console.css")).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_named_does_not_exist() throws Exception {
        for (String path : List.of("/consoles", "/error", "/tickets-of-all", "/assets/../api/tickets")) {
            var answer = send(request(path));
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 404);
        }
        assertThat(read(send(request("/consoles"))).path("remedy").asText()).isNotEmpty();
    }

    @Test
    void the_first_page_leads_to_the_console_which_takes_no_key() {
        var root = send(request("/"));
        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(root.headers().firstValue("Location").orElse("")).endsWith("/console");

        for (String authorization : List.of("Bearer " + KEY, basic(KEY))) {
            var console = send(request("/console").header("Authorization", authorization));
            assertThat(console.statusCode()).isEqualTo(302);
            assertThat(console.headers().firstValue("Location").orElse("")).contains("/console/login");
        }
    }

    @Test
    void no_session_is_kept() {
        assertThat(get("/api/tickets").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void an_error_of_the_api_is_a_problem_with_a_remedy() throws Exception {
        var unknown = get("/api/anything");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(read(unknown).path("remedy").asText()).contains("/api/openapi.json");
        assertThat(post("/api/tickets").statusCode()).isEqualTo(405);
        assertThat(read(post("/api/tickets")).path("remedy").asText()).isNotEmpty();
    }

    @Test
    void a_parameter_that_is_given_twice_is_refused() throws Exception {
        for (String query : List.of("size=1&size=500", "q=a&q=b", "from=2026-07-01&size=1&from=2026-01-01")) {
            var answer = get("/api/tickets?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(read(answer).path("detail").asText()
                            + read(answer).path("title").asText())
                    .contains("given more than once");
        }
    }

    @Test
    void every_refusal_is_counted() {
        assertThat(send(request("/api/tickets").header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/actuator/prometheus").body()).containsPattern("redress_api_keys_refused_total [1-9]");
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("anyone:" + password).getBytes(StandardCharsets.UTF_8));
    }
}

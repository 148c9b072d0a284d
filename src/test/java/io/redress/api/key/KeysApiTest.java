package io.redress.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeysApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_key_opens_what_its_scopes_say_until_it_is_withdrawn() throws Exception {
        String key = made("{\"name\":\"reader\",\"scopes\":[\"tickets.read\"]}");
        assertThat(key).matches("rdk_[0-9A-Za-z]{49}");
        assertThat(with(key, "GET", "/api/tickets", "").statusCode()).isEqualTo(200);
        assertThat(with(key, "GET", "/api/figures", "").statusCode()).isEqualTo(403);
        assertThat(with(key, "GET", "/actuator/prometheus", "").statusCode()).isEqualTo(403);

        JsonNode listed = listed("reader");
        assertThat(listed.path("madeBy").asText()).isEqualTo("key tester");
        assertThat(listed.hasNonNull("lastUsed")).isTrue();
        assertThat(listed.toString()).doesNotContain(key, key.substring(10, 20), "hash");

        assertThat(with(KEY, "DELETE", "/api/keys/reader", "").statusCode()).isEqualTo(204);
        assertThat(with(key, "GET", "/api/tickets", "").statusCode()).isEqualTo(401);
        assertThat(listed("reader").path("withdrawnBy").asText()).isEqualTo("key tester");
        assertThat(with(KEY, "DELETE", "/api/keys/reader", "").statusCode()).isEqualTo(404);
        assertThat(made("{\"name\":\"reader\",\"scopes\":[\"tickets.read\"]}"))
                .as("the name is free again")
                .isNotEqualTo(key);
    }

    @Test
    void a_key_that_another_node_withdrew_opens_nothing_after_a_second() throws Exception {
        String key = made("{\"name\":\"elsewhere\",\"scopes\":[\"viewer\"]}");
        assertThat(with(key, "GET", "/api/tickets", "").statusCode()).isEqualTo(200);
        jdbc.sql("update api_key set withdrawn_at = now(), withdrawn_by = 'x' where name = 'elsewhere'")
                .update();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> with(key, "GET", "/api/tickets", "").statusCode() == 401);
    }

    @Test
    void a_key_that_has_expired_opens_nothing() throws Exception {
        String key = made("{\"name\":\"short\",\"scopes\":[\"viewer\"],\"expires\":\"2999-01-01\"}");
        assertThat(with(key, "GET", "/api/tickets", "").statusCode()).isEqualTo(200);
        jdbc.sql("update api_key set expires_at = now() where name = 'short'").update();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> with(key, "GET", "/api/tickets", "").statusCode() == 401);
    }

    @Test
    void a_key_of_one_category_sees_no_ticket_of_another() throws Exception {
        rows.ticket("R-260701-KEYS11", "keys", JULY, "Li", "because");
        String key = made("{\"name\":\"damage\",\"scopes\":[\"tickets.read\"],\"categories\":[\"damage\"]}");
        assertThat(with(key, "GET", "/api/tickets/R-260701-KEYS11", "").statusCode())
                .isEqualTo(403);
        assertThat(read(with(key, "GET", "/api/tickets?channel=keys", "")).path("items"))
                .isEmpty();
    }

    @Test
    void nobody_makes_a_key_that_may_do_more_than_they_may() throws Exception {
        String manager = made("{\"name\":\"manager\",\"scopes\":[\"keys.manage\",\"tickets.read\"]}");
        HttpResponse<String> beyond =
                with(manager, "POST", "/api/keys", "{\"name\":\"more\",\"scopes\":[\"tickets.read\",\"operator\"]}");
        assertThat(beyond.statusCode()).isEqualTo(403);
        assertThat(beyond.body()).contains("items.read").doesNotContain("tickets.read");
        assertThat(with(manager, "POST", "/api/keys", "{\"name\":\"less\",\"scopes\":[\"tickets.read\"]}")
                        .statusCode())
                .isEqualTo(201);
        String agent = made("{\"name\":\"agent\",\"scopes\":[\"agent\"]}");
        assertThat(with(agent, "GET", "/api/keys", "").statusCode()).isEqualTo(403);
    }

    @Test
    void a_mistake_names_its_member_and_the_remedy() throws Exception {
        made("{\"name\":\"taken\",\"scopes\":[\"viewer\"]}");
        String[][] mistakes = {
            {"{\"name\":\"taken\",\"scopes\":[\"viewer\"]}", "409", "name"},
            {"{\"name\":\"tester\",\"scopes\":[\"viewer\"]}", "409", "name"},
            {"{\"name\":\"default\",\"scopes\":[\"viewer\"]}", "409", "name"},
            {"{\"name\":\"a b\",\"scopes\":[\"viewer\"]}", "400", "name"},
            {"{\"scopes\":[\"viewer\"]}", "400", "name"},
            {"{\"name\":\"x\"}", "400", "scopes"},
            {"{\"name\":\"x\",\"scopes\":[\"ticket.read\"]}", "400", "scopes"},
            {"{\"name\":\"x\",\"scopes\":[\"viewer\"],\"expires\":\"2020-01-01\"}", "400", "expires"},
            {"{\"name\":\"x\",\"scopes\":[\"viewer\"],\"expires\":\"soon\"}", "400", "expires"},
            {"{\"name\":\"x\",\"scopes\":[\"viewer\"],\"categories\":[\"nowhere\"]}", "400", "categories"},
            {"{\"name\":\"x\",\"scopes\":[\"viewer\"],\"teams\":[\"nobody\"]}", "400", "teams"}
        };
        for (String[] mistake : mistakes) {
            HttpResponse<String> answer = with(KEY, "POST", "/api/keys", mistake[0]);
            assertThat(answer.statusCode()).as(mistake[0]).isEqualTo(Integer.parseInt(mistake[1]));
            assertThat(read(answer).path("parameter").asText()).as(mistake[0]).isEqualTo(mistake[2]);
            assertThat(read(answer).path("remedy").asText()).isNotEmpty();
        }
    }

    private String made(String asked) throws Exception {
        HttpResponse<String> answer = with(KEY, "POST", "/api/keys", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer).path("key").asText();
    }

    private JsonNode listed(String name) throws Exception {
        for (JsonNode key : read(get("/api/keys"))) {
            if (key.path("name").asText().equals(name)) {
                return key;
            }
        }
        throw new AssertionError(name);
    }

    private HttpResponse<String> with(String key, String method, String path, String body) {
        return send(request(path)
                .headers("Authorization", "Bearer " + key, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

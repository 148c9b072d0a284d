package io.redress.api.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChannelsApiTest extends OpsHub {

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resume() {
        jdbc.sql("delete from channel_order").update();
        await().atMost(SOON).until(() -> send().statusCode() == 200);
    }

    @Test
    void a_paused_channel_tells_its_senders_to_come_again_until_it_is_resumed() throws Exception {
        assertThat(send().statusCode()).isEqualTo(200);

        JsonNode paused = read(post("/api/channels/hook/pause"));
        assertThat(paused.path("state").asText()).isEqualTo("paused");
        assertThat(paused.path("pausedBy").asText()).isEqualTo("key tester");
        assertThat(paused.at("/health/healthy").asBoolean()).isTrue();
        await().atMost(SOON).until(() -> send().statusCode() == 503);
        assertThat(send().headers().firstValue("Retry-After")).isPresent();

        JsonNode resumed = read(post("/api/channels/hook/resume"));
        assertThat(resumed.path("state").asText()).isNotEqualTo("paused");
        await().atMost(SOON).until(() -> send().statusCode() == 200);
    }

    @Test
    void a_pause_that_seems_forgotten_makes_the_channel_unhealthy_with_who_paused_it() throws Exception {
        post("/api/channels/hook/pause");
        jdbc.sql("update channel_order set paused_by = 'li.na', paused_at = ?")
                .param(java.sql.Timestamp.from(Instant.now().minusSeconds(5 * 3600)))
                .update();
        await().atMost(SOON).until(() -> !channel("hook").at("/health/healthy").asBoolean());
        JsonNode health = channel("hook").path("health");
        assertThat(health.path("problem").asText()).startsWith("Paused by li.na since ");
        assertThat(health.path("remedy").asText()).contains("/resume");
    }

    @Test
    void only_a_channel_that_the_hub_polls_and_that_is_not_paused_is_polled_now() throws Exception {
        assertThat(post("/api/channels/support-mail/poll").statusCode()).isEqualTo(200);
        assertThat(channel("support-mail").path("polled").asBoolean()).isTrue();
        assertThat(post("/api/channels/hook/poll").statusCode()).isEqualTo(409);

        post("/api/channels/support-mail/pause");
        assertThat(post("/api/channels/support-mail/poll").statusCode()).isEqualTo(409);
    }

    @Test
    void a_channel_that_no_file_connects_is_not_paused() {
        assertThat(post("/api/channels/nowhere/pause").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send() {
        return send(request("/webhooks/hook").POST(HttpRequest.BodyPublishers.ofString("a complaint")));
    }

    private JsonNode channel(String name) throws Exception {
        for (JsonNode channel : read(get("/api/channels")).path("items")) {
            if (channel.path("name").asText().equals(name)) {
                return channel;
            }
        }
        return json.createObjectNode();
    }
}

package io.redress.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.PlatformVectors;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    @Test
    void a_request_is_signed_as_the_published_vector_has_it() {
        JsonNode vector = PlatformVectors.byId("stdwh", "stdwh-v1");

        var headers = new WebhookSignature(vector.get("secret").asText())
                .headers(
                        vector.get("msgId").asText(),
                        Instant.ofEpochSecond(vector.get("timestamp").asLong()),
                        vector.get("body").asText());

        assertThat(headers)
                .containsEntry("webhook-id", vector.get("msgId").asText())
                .containsEntry("webhook-timestamp", vector.get("timestamp").asText())
                .containsEntry("webhook-signature", vector.get("signature").asText());
    }
}

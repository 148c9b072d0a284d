package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.RawMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = ChatHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=classpath:chat-routes/*.camel.yaml",
            "camel.component.kamelet.location=file:routes/kamelets",
            "spring.mvc.problemdetails.enabled=true",
            "partner.secret=" + Signed.SECRET,
            "wecom.encoding-aes-key=jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
        })
class WebhookHttpTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    RecordingHandOff handOff;

    @BeforeEach
    void forget() {
        handOff.forget();
    }

    @Test
    void a_signed_complaint_is_handed_off_byte_for_byte_and_answered_with_its_number() throws Exception {
        byte[] body =
                "{ \"type\":\"complaint.created\",\n \"data\":{\"text\":\"漏水\"} }".getBytes(StandardCharsets.UTF_8);

        var answer = send(signed("partner-webhook", "msg_1", body).build());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        RawMessage raw = handOff.handedOff().get(0);
        assertThat(answer.body()).isEqualTo("{\"item\":\"" + raw.id() + "\",\"ticket\":\"R-261122-ABCDEF\"}");
        assertThat(raw.channel()).isEqualTo("partner-webhook");
        assertThat(raw.format()).isEqualTo("webhook");
        assertThat(raw.sourceKey()).isEqualTo("msg_1");
        assertThat(raw.attributes()).containsEntry("mapping", "webhook").containsEntry("quiet-time", "PT0S");
        assertThat(raw.original().inline()).isEqualTo(body);
    }

    private HttpRequest.Builder signed(String channel, String id, byte[] body) {
        return Signed.post(at(channel), id, Instant.now().getEpochSecond(), body);
    }

    private URI at(String channel) {
        return URI.create("http://localhost:" + port + "/webhooks/" + channel);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

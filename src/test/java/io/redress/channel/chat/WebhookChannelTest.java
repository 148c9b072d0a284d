package io.redress.channel.chat;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.handoff.IntakeBackPressure;
import io.redress.http.UnfinishedPost;
import io.redress.intake.RawMessage;
import io.redress.sandbox.SignedWebhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The signed webhook over real HTTP, through its kamelet. */
@SpringBootTest(
        classes = ChatHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:src/test/resources/channel/chat/routes/*.camel.yaml",
            "camel.component.kamelet.location=file:routes/kamelets",
            "spring.servlet.multipart.enabled=false",
            "management.endpoint.health.validate-group-membership=false",
            "wecom.secret=none",
            "wecom.server=http://127.0.0.1:9",
            "partner.secret=whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo= " + SignedWebhook.SECRET,
            "wecom.encoding-aes-key=jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "wecom.token=QDG6eK",
            "wecom.corp-id=wx5823bf96d3bd56c7"
        })
class WebhookChannelTest {

    private static final byte[] BODY =
            "{ \"type\":\"complaint.created\",\n \"data\":{\"text\":\"漏水\"} }".getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RecordingHandOff handOff;

    @Autowired
    private IntakeBackPressure backPressure;

    @BeforeEach
    void forget() {
        handOff.forget();
    }

    @Test
    void a_signed_complaint_is_handed_off_byte_for_byte_and_answered_with_its_number() throws Exception {
        var answer = send(signed("partner-webhook", "msg_1", BODY));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        RawMessage raw = handOff.handedOff().get(0);
        assertThat(answer.body()).isEqualTo("{\"item\":\"" + raw.id() + "\",\"ticket\":\"R-261122-ABCDEF\"}");
        assertThat(raw.channel()).isEqualTo("partner-webhook");
        assertThat(raw.format()).isEqualTo("webhook");
        assertThat(raw.sourceKey()).isEqualTo("msg_1");
        assertThat(raw.attributes()).containsEntry("mapping", "webhook").containsEntry("quiet-time", "PT0S");
        assertThat(raw.original().inline()).isEqualTo(BODY);
    }

    @Test
    void the_same_event_again_is_accepted_under_the_same_source_key() throws Exception {
        assertThat(send(signed("partner-webhook", "msg_2", BODY)).statusCode()).isEqualTo(202);
        assertThat(send(signed("partner-webhook", "msg_2", BODY)).statusCode()).isEqualTo(202);

        assertThat(handOff.handedOff()).extracting(RawMessage::sourceKey).containsExactly("msg_2", "msg_2");
    }

    @Test
    void a_call_with_events_of_two_customers_becomes_two_complaints_and_is_answered_with_both() throws Exception {
        var answer = send(signed("line", "msg_20", events(2)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(handOff.handedOff())
                .extracting(raw -> new String(raw.original().inline(), StandardCharsets.UTF_8))
                .containsExactly(
                        "{\"destination\":\"U0\",\"events\":[" + event(0) + "]}",
                        "{\"destination\":\"U0\",\"events\":[" + event(1) + "]}");
        assertThat(handOff.handedOff()).extracting(RawMessage::sourceKey).containsExactly("msg_20", "msg_20#2");
        String first = handOff.handedOff().get(0).id();
        String second = handOff.handedOff().get(1).id();
        assertThat(answer.body())
                .isEqualTo("{\"item\":\"" + first + "\",\"ticket\":\"R-261122-ABCDEF\",\"items\":[{\"item\":\"" + first
                        + "\",\"ticket\":\"R-261122-ABCDEF\"},{\"item\":\"" + second
                        + "\",\"ticket\":\"R-261122-ABCDEF\"}]}");
    }

    @Test
    void a_call_with_several_events_promises_nothing_when_the_broker_does_not_take_them() throws Exception {
        handOff.breakDown();
        refused(send(signed("line", "msg_21", events(3))), 503, "Not taken in");
    }

    @Test
    void a_call_with_too_many_events_is_refused() throws Exception {
        refused(send(signed("line", "msg_22", events(501))), 413, "Too many events");
    }

    private static byte[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(WebhookChannelTest::event)
                .collect(joining(",", "{\"destination\":\"U0\",\"events\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String event(int n) {
        return "{\"webhookEventId\":\"0" + n + "\",\"timestamp\":1782885600000,\"source\":{\"userId\":\"U" + n
                + "\"},\"message\":{\"text\":\"漏水 " + n + "\"}}";
    }

    @Test
    void a_channel_that_collects_promises_no_number() throws Exception {
        var answer = send(signed("shop-chat", "msg_3", BODY));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"item\":\"" + handOff.handedOff().get(0).id() + "\"}");
        assertThat(handOff.handedOff().get(0).attributes()).containsEntry("quiet-time", "PT1M30S");
    }

    @Test
    void a_forged_or_changed_body_is_refused_and_nothing_is_handed_off() throws Exception {
        byte[] changed = BODY.clone();
        changed[BODY.length - 6] ^= 1;
        var request = SignedWebhook.post(at("partner-webhook"), "msg_4", now(), BODY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(changed));

        refused(send(request), 401, "Not proven");
    }

    @Test
    void a_recorded_call_is_refused_when_its_window_is_over() throws Exception {
        refused(send(SignedWebhook.post(at("partner-webhook"), "msg_5", now() - 400, BODY)), 401, "Not proven");
        refused(send(SignedWebhook.post(at("partner-webhook"), "msg_5", now() + 400, BODY)), 401, "Not proven");
    }

    @Test
    void an_unsigned_call_is_refused() throws Exception {
        var request = HttpRequest.newBuilder(at("partner-webhook"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(BODY));
        refused(send(request), 401, "Not proven");
    }

    @Test
    void a_body_above_the_limit_is_refused_however_it_is_sent() throws Exception {
        byte[] big = ("{\"data\":{\"text\":\"" + "x".repeat(2_000) + "\"}}").getBytes(StandardCharsets.UTF_8);
        refused(send(signed("partner-webhook", "msg_6", big)), 413, "Too large");
        var chunked = signed("partner-webhook", "msg_6", big)
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(big)));
        refused(send(chunked), 413, "Too large");
    }

    @Test
    void an_encoded_body_is_refused_before_it_is_read() throws Exception {
        refused(send(signed("partner-webhook", "msg_7", BODY).header("Content-Encoding", "gzip")), 415, "Encoded");
    }

    @Test
    void a_body_that_is_not_wanted_is_refused_before_its_end() throws Exception {
        String path = "/webhooks/partner-webhook";
        assertThat(UnfinishedPost.status(port, path, 0, "Content-Type: text/plain"))
                .isEqualTo(415);
        assertThat(UnfinishedPost.status(port, path, 0, "Content-Type: application/json", "Content-Encoding: gzip"))
                .isEqualTo(415);
        assertThat(UnfinishedPost.status(port, path, 4_000, "Content-Type: application/json"))
                .isEqualTo(413);
    }

    @Test
    void another_content_type_is_refused() throws Exception {
        for (String type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
            var answer = send(signed("partner-webhook", "msg_8", BODY).setHeader("Content-Type", type));
            refused(answer, 415, "No JSON");
        }
    }

    @Test
    void a_signed_body_that_is_no_single_sound_json_object_is_refused() throws Exception {
        for (String body : new String[] {
            "", "[]", "\"漏水\"", "{\"data\":", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":".repeat(40) + "1" + "}".repeat(40)
        }) {
            refused(send(signed("partner-webhook", "msg_9", body.getBytes(StandardCharsets.UTF_8))), 400, null);
        }
        refused(send(signed("partner-webhook", "msg_9", "{\"a\":\"坏了\"}".getBytes("GBK"))), 400, "No JSON object");
    }

    @Test
    void more_calls_than_the_channel_allows_are_told_to_wait() throws Exception {
        int taken = 0;
        HttpResponse<String> last = null;
        for (int n = 0; n < 5; n++) {
            last = send(signed("rushed-chat", "msg_rate_" + n, BODY));
            taken += last.statusCode() == 202 ? 1 : 0;
        }
        assertThat(taken).isLessThanOrEqualTo(3).isEqualTo(handOff.handedOff().size());
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("retry-after")).hasValue("60");
    }

    @Test
    void while_the_hub_takes_nothing_in_the_sender_is_told_when_to_come_again() throws Exception {
        backPressure.set("too much waits");
        try {
            var answer = send(signed("partner-webhook", "msg_12", BODY));
            refused(answer, 429, "Too many");
            assertThat(answer.headers().firstValue("retry-after")).hasValue("60");
        } finally {
            backPressure.set(null);
        }
    }

    @Test
    void no_answer_promises_what_the_broker_did_not_take() throws Exception {
        handOff.breakDown();
        var answer = send(signed("partner-webhook", "msg_10", BODY));
        refused(answer, 503, "Not taken in");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("60");
    }

    @Test
    void headers_of_the_caller_steer_nothing() throws Exception {
        var answer = send(signed("partner-webhook", "msg_11", BODY)
                .header("CamelHttpResponseCode", "299")
                .header("CamelBeanMethodName", "breakDown")
                .header("CamelHttpMethod", "GET"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(handOff.handedOff()).hasSize(1);
    }

    @Test
    void only_post_is_taken() throws Exception {
        assertThat(send(HttpRequest.newBuilder(at("partner-webhook")).GET()).statusCode())
                .isEqualTo(405);
    }

    private void refused(HttpResponse<String> answer, int status, String title) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains("\"detail\":\"");
        if (title != null) {
            assertThat(answer.body()).contains("\"title\":\"" + title + "\"");
        }
        assertThat(handOff.handedOff()).isEmpty();
    }

    private HttpRequest.Builder signed(String channel, String id, byte[] body) {
        return SignedWebhook.post(at(channel), id, now(), body);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private URI at(String channel) {
        return URI.create("http://localhost:" + port + "/webhooks/" + channel);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.RawMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Senders with a signature of their own over real HTTP: files of {@code config/senders} and no Java. */
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
            "partner.secret=whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=",
            "wecom.encoding-aes-key=jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "wecom.token=QDG6eK",
            "wecom.corp-id=wx5823bf96d3bd56c7"
        })
class SenderWebhookTest {

    private static final String OLD = "old-kiosk-secret-1";
    private static final String NEW = "new-kiosk-secret-2";
    private static final String TOKEN = "kiosk-verify-token";
    private static final String BODY = "{\"data\":{\"event\":{\"number\":\"k-7\"},\"text\":\"漏水\"}}";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RecordingHandOff handOff;

    @BeforeEach
    void forget() {
        handOff.forget();
    }

    @ParameterizedTest
    @CsvSource({OLD, NEW})
    void a_call_is_proven_by_each_of_the_secrets_and_answered_as_its_sender_wants_it(String secret) throws Exception {
        var answer = send(signed(secret, Instant.now(), BODY).header("X-Kiosk-Topic", "complaint"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("thanks");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain;charset=utf-8");
        RawMessage raw = handOff.handedOff().get(0);
        assertThat(raw.sourceKey()).isEqualTo("k-7");
        assertThat(raw.attributes())
                .containsEntry("sender", "kiosk")
                .containsEntry("mapping", "webhook")
                .containsEntry("header.x-kiosk-topic", "complaint");
        assertThat(raw.original().inline()).isEqualTo(BODY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_forged_old_or_unsigned_is_refused_and_nothing_is_handed_off() throws Exception {
        Instant now = Instant.now();
        assertThat(send(signed("another-secret-3333", now, BODY)).statusCode()).isEqualTo(401);
        assertThat(send(signed(OLD, now.minusSeconds(400), BODY)).statusCode()).isEqualTo(401);
        assertThat(send(signed(OLD, now.plusSeconds(400), BODY)).statusCode()).isEqualTo(401);
        assertThat(send(signed(OLD, now, BODY).POST(HttpRequest.BodyPublishers.ofString(BODY.replace("k-7", "k-8"))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(signed(OLD, now, BODY)
                                .setHeader(
                                        "X-Kiosk-Time",
                                        String.valueOf(now.plusSeconds(1).getEpochSecond())))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(post("kiosk", BODY)).statusCode()).isEqualTo(401);
        assertThat(send(signed(OLD, now, BODY).header("X-Kiosk-Signature", "00"))
                        .statusCode())
                .as("a signature too many")
                .isEqualTo(401);
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void a_sender_may_try_its_address() throws Exception {
        assertThat(send(request("kiosk").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        var subscribed = send(request("kiosk?mode=subscribe&verify=" + TOKEN + "&challenge=c%2B1&note=%E4"));
        assertThat(subscribed.statusCode()).isEqualTo(200);
        assertThat(subscribed.body()).isEqualTo("c+1");
        assertThat(subscribed.headers().firstValue("content-type")).hasValue("text/plain;charset=utf-8");
        String hello = "{\"type\":\"hello\",\"data\":{\"challenge\":\"c-2\"}}";
        assertThat(send(signed(OLD, Instant.now(), hello)).body()).isEqualTo("c-2");
        assertThat(send(signed("another-secret-3333", Instant.now(), hello)).statusCode())
                .as("a challenge by POST is proven as every call is")
                .isEqualTo(401);
        assertThat(handOff.handedOff()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kiosk?mode=subscribe&verify=another-secret-3333&challenge=c-1 | 403",
                "kiosk?mode=subscribe&challenge=c-1 | 403",
                "kiosk?mode=subscribe&verify=kiosk-verify-token&verify=kiosk-verify-token&challenge=c-1 | 403",
                "kiosk?mode=subscribe&verify=old-kiosk-secret-1&challenge=c-1 | 403",
                "kiosk?mode=subscribe&verify=kiosk-verify-token | 403",
                "kiosk?mode=subscribe&verify=kiosk-verify-token&challenge=%3Cscript%3E%20x | 403",
                "kiosk?mode=unsubscribe | 405",
                "kiosk | 405",
                "partner-webhook | 405",
                "nobody | 404"
            })
    void a_get_that_is_no_handshake_gives_nothing(String path, int status) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(status);
    }

    @Test
    void a_call_that_says_nothing_is_answered_and_not_kept() throws Exception {
        var answer = send(signed(OLD, Instant.now(), "{\"type\":\"heartbeat\"}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("thanks");
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void a_call_that_its_sender_does_not_name_is_known_again_by_its_body() throws Exception {
        String body = "{\"data\":{\"text\":\"x\"}}";
        send(signed(OLD, Instant.now(), body));
        send(signed(OLD, Instant.now().plusSeconds(2), body));
        send(signed(OLD, Instant.now(), body.replace("x", "y")));

        var keys = handOff.handedOff().stream().map(RawMessage::sourceKey).toList();
        assertThat(keys).hasSize(3).allMatch(key -> key.startsWith("sha256:"));
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void each_notice_of_an_xml_call_is_an_arrival_of_its_own() throws Exception {
        String body = "<notices><notice><id>1</id><text>Leaks</text></notice>"
                + "<notice><id>2</id><text>Smells</text></notice></notices>";
        var answer = send(request("crm-notices?token=notices-secret-01")
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"items\":[");
        assertThat(handOff.handedOff())
                .extracting(raw -> new String(raw.original().inline()))
                .containsExactly(
                        "{\"notice\":[{\"id\":\"1\",\"text\":\"Leaks\"}]}",
                        "{\"notice\":[{\"id\":\"2\",\"text\":\"Smells\"}]}");
        assertThat(handOff.handedOff()).noneMatch(raw -> raw.attributes().containsKey("body"));
    }

    @Test
    void the_verify_token_signs_nothing() throws Exception {
        assertThat(send(signed(TOKEN, Instant.now(), BODY)).statusCode()).isEqualTo(401);
    }

    @Test
    void of_a_call_only_the_silent_notices_are_left_out() throws Exception {
        String receipt = "<notice><id>1</id><kind>receipt</kind></notice>";
        String complaint = "<notice><id>2</id><kind>complaint</kind><text>It <b>leaks</b>.</text></notice>";
        assertThat(send(notices(receipt + complaint + complaint.replace("2", "3")))
                        .statusCode())
                .isEqualTo(202);
        assertThat(handOff.handedOff())
                .extracting(raw -> new String(raw.original().inline()))
                .containsExactly(
                        "{\"notice\":[{\"id\":\"2\",\"kind\":\"complaint\",\"text\":\"It leaks.\"}]}",
                        "{\"notice\":[{\"id\":\"3\",\"kind\":\"complaint\",\"text\":\"It leaks.\"}]}");

        handOff.forget();
        assertThat(send(notices(receipt + receipt.replace("1", "4"))).statusCode())
                .isEqualTo(200);
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void of_what_is_no_complaint_the_sender_is_told_no_ticket() throws Exception {
        String praise = "<notice><id>5</id><kind>praise</kind><text>Nice</text></notice>";

        assertThat(send(notices(praise)).body()).contains("\"item\":").doesNotContain("ticket");
        String both = send(notices(
                        praise + praise.replace("praise", "complaint").replace("5", "6")))
                .body();

        assertThat(both).containsOnlyOnce("\"ticket\":");
        assertThat(handOff.handedOff()).hasSize(3);
    }

    private HttpRequest.Builder notices(String content) {
        return request("crm-notices?token=notices-secret-01")
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString("<notices>" + content + "</notices>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm-notices?token=notices-secret-02 | text/xml | <a><b>x</b></a> | 401",
                "crm-notices | text/xml | <a><b>x</b></a> | 401",
                "crm-notices?token=notices-secret-01&token=notices-secret-01 | text/xml | <a><b>x</b></a> | 401",
                "crm-notices?token=notices-secret-01 | application/json | {} | 415",
                "crm-notices?token=notices-secret-01 | text/xml | <a><b>x</b> | 400",
                "crm-notices?token=notices-secret-01 | text/xml | <!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><b>&e;</b></a> | 400"
            })
    void xml_that_is_not_proven_or_not_readable_is_refused(String path, String type, String body, int status)
            throws Exception {
        var answer = send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("notices-secret");
        assertThat(handOff.handedOff()).isEmpty();
    }

    private HttpRequest.Builder signed(String secret, Instant at, String body) {
        String time = String.valueOf(at.getEpochSecond());
        String signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(time + "\n" + body);
        return post("kiosk", body).header("X-Kiosk-Time", time).header("X-Kiosk-Signature", signature);
    }

    private HttpRequest.Builder post(String channel, String body) {
        return request(channel)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String channel) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/" + channel));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

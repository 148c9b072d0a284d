package io.redress.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.chat.StandardWebhooks;
import io.redress.channel.chat.Verdict;
import io.redress.delivery.Delivery;
import io.redress.delivery.Samples;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.testing.SetClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpTargetTest {

    private static final String URL = "https://crm.example.com/cases";
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));

    @Test
    void each_way_to_show_who_we_are_has_its_header() {
        assertThat(begun("none", "").headers()).doesNotContainKeys("Authorization", "X-Api-Key");
        assertThat(begun("basic", "").headers()).containsEntry("Authorization", "Basic aHViOmEgc2VjcmV0");
        assertThat(begun("bearer", "").headers()).containsEntry("Authorization", "Bearer a secret");
        assertThat(begun("api-key", "").headers()).containsEntry("X-Api-Key", "a secret");
        HttpCall token = begun("oauth2", "");
        assertThat(token.url()).isEqualTo("https://id.example.com/token");
        assertThat(token.body()).isEqualTo("grant_type=client_credentials&scope=cases");
        assertThat(token.headers()).containsEntry("Authorization", "Basic aHViOmErc2VjcmV0"); // a+secret
    }

    @Test
    void a_signed_request_is_genuine_by_standard_webhooks() {
        HttpCall call = begun("none", KEY);
        Verdict verdict = new StandardWebhooks(KEY, Duration.ofMinutes(5), clock)
                .verify(call.headers(), call.body().getBytes(StandardCharsets.UTF_8));
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(call.headers()).containsEntry("webhook-id", Samples.ID).containsEntry("Idempotency-Key", Samples.ID);
    }

    @Test
    void only_numbers_and_records_stand_in_for_places_of_an_address_and_cannot_leave_them() {
        var target = new HttpTarget(
                new Addresses(URL, URL + "/{record}/comments", "", ""),
                "POST",
                "",
                "/0/id",
                credentials("none"),
                "",
                clock);
        HttpTalk talk = target.begin(Samples.delivery(Delivery.FOLLOW_UP, 1, "4/../2?x"));
        assertThat(talk.call().url()).isEqualTo(URL + "/4%2F..%2F2%3Fx/comments");
    }

    @Test
    void what_an_answer_means_its_status_tells() {
        for (int temporary : new int[] {302, 401, 408, 425, 429, 500, 503}) {
            assertThatThrownBy(() -> answered(temporary, null, "no")).isInstanceOf(TargetUnavailable.class);
        }
        for (int refused : new int[] {400, 403, 404, 409, 413, 422}) {
            assertThatThrownBy(() -> answered(refused, null, "no"))
                    .isInstanceOf(TargetRefused.class)
                    .hasMessage(refused + " no");
        }
        assertThat(answered(201, null, "{\"id\":7}").result().recordId()).isEqualTo("7");
    }

    @Test
    void a_pause_is_asked_for_in_seconds_or_by_a_date() {
        assertThat(pause("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause("Wed, 01 Jul 2026 08:05:00 GMT")).isEqualTo(Duration.ofMinutes(5));
        assertThat(pause("soon")).isNull();
        assertThat(pause("-5")).isNull();
    }

    private Duration pause(String written) {
        try {
            answered(503, written, "");
        } catch (TargetUnavailable e) {
            return e.retryAfter();
        }
        throw new AssertionError("it was not put off");
    }

    private HttpTalk answered(int status, String retryAfter, String body) {
        var target =
                new HttpTarget(new Addresses(URL, "", "", ""), "POST", "/id", "/0/id", credentials("none"), "", clock);
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return target.answered(target.begin(Samples.delivery(Delivery.TICKET, 1, null)), status, retryAfter, bytes);
    }

    private HttpCall begun(String auth, String sign) {
        var target =
                new HttpTarget(new Addresses(URL, "", "", ""), "POST", "", "/0/id", credentials(auth), sign, clock);
        return target.begin(Samples.delivery(Delivery.TICKET, 1, null)).call();
    }

    private static Credentials credentials(String auth) {
        return new Credentials(auth, "hub", "a secret", "X-Api-Key", "https://id.example.com/token", "cases");
    }
}

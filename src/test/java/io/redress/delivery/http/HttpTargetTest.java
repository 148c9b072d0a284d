package io.redress.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.proof.StandardWebhooks;
import io.redress.channel.proof.VerificationResult;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.SampleDeliveries;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.ScriptedDialogue;
import io.redress.testing.SetClock;
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
        DialogueRequest token = begun("oauth2", "");
        assertThat(token.url()).isEqualTo("https://id.example.com/token");
        assertThat(token.body()).isEqualTo("grant_type=client_credentials&scope=cases");
        assertThat(token.headers()).containsEntry("Authorization", "Basic aHViOmErc2VjcmV0"); // a+secret
    }

    @Test
    void a_signed_request_is_genuine_by_standard_webhooks() {
        DialogueRequest call = begun("none", KEY);
        VerificationResult signatureResult = new StandardWebhooks(KEY, Duration.ofMinutes(5), clock)
                .verify(call.headers(), call.body().getBytes(StandardCharsets.UTF_8));
        assertThat(signatureResult).isInstanceOf(VerificationResult.Genuine.class);
        assertThat(call.headers())
                .containsEntry("webhook-id", SampleDeliveries.ID)
                .containsEntry("Idempotency-Key", SampleDeliveries.ID);
    }

    @Test
    void only_numbers_and_records_stand_in_for_places_of_an_address_and_cannot_leave_them() {
        var target = new HttpTarget(
                new TargetUrls(URL, URL + "/{record}/comments", "", ""),
                "POST",
                "",
                "/0/id",
                credentials("none"),
                "",
                clock);
        var talk = new ScriptedDialogue(target.begin(SampleDeliveries.delivery(Delivery.FOLLOW_UP, 1, "4/../2?x")));
        assertThat(talk.asks().url()).isEqualTo(URL + "/4%2F..%2F2%3Fx/comments");
    }

    @Test
    void a_place_that_stands_for_nothing_and_a_look_up_without_our_number_are_refused_when_the_target_is_connected() {
        var sink = new HttpSink();
        assertThatThrownBy(() -> sink.setUrl(URL + "/{nmber}")).hasMessageContaining("write {number} or {record}");
        assertThatThrownBy(() -> sink.setLookup(URL + "?ref={nmber}")).hasMessageContaining("{number}");
        assertThatThrownBy(() -> sink.setLookup(URL)).hasMessageContaining("does not ask for {number}");
    }

    @Test
    void a_look_up_says_that_there_is_none_by_an_empty_list_or_null_or_404() {
        for (String none : new String[] {"{\"results\":[]}", "{\"results\":null}", "null"}) {
            assertThat(lookedUp(200, none).asks().method()).as(none).isEqualTo("POST");
        }
        assertThat(lookedUp(404, "").asks().method()).isEqualTo("POST");
        assertThat(lookedUp(200, "{\"results\":[{\"uuid\":\"u-1\"}]}").result())
                .isEqualTo(new Delivered("u-1", "found by our number"));
    }

    @Test
    void an_answer_in_which_found_leads_nowhere_is_no_leave_to_write_again() {
        for (String other : new String[] {"{}", "[]", "[{\"uuid\":\"u-1\"}]", "{\"results\":[{\"id\":1}]}", "\"x\""}) {
            assertThatThrownBy(() -> lookedUp(200, other))
                    .as(other)
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("'found'");
        }
    }

    private ScriptedDialogue lookedUp(int status, String answer) {
        var target = new HttpTarget(
                new TargetUrls(URL, "", "", URL + "?ref={number}"),
                "POST",
                "",
                "/results/0/uuid",
                credentials("none"),
                "",
                clock);
        var talk = new ScriptedDialogue(target.begin(SampleDeliveries.delivery(Delivery.TICKET, 2, null)));
        assertThat(talk.asks().method()).isEqualTo("GET");
        return talk.answer(status, answer);
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
        assertThat(answered(201, null, "{\"id\":7}").result()).isEqualTo(new Delivered("7", "201"));
    }

    @Test
    void the_pause_that_a_target_asks_for_is_kept() {
        assertThatThrownBy(() -> answered(503, Duration.ofMinutes(2), ""))
                .isInstanceOfSatisfying(TargetUnavailable.class, unavailable -> assertThat(unavailable.retryAfter())
                        .isEqualTo(Duration.ofMinutes(2)));
    }

    private ScriptedDialogue answered(int status, Duration retryAfter, String body) {
        var target =
                new HttpTarget(new TargetUrls(URL, "", "", ""), "POST", "/id", "/0/id", credentials("none"), "", clock);
        return new ScriptedDialogue(target.begin(SampleDeliveries.delivery(Delivery.TICKET, 1, null)))
                .answer(status, body, retryAfter);
    }

    private DialogueRequest begun(String auth, String sign) {
        var target =
                new HttpTarget(new TargetUrls(URL, "", "", ""), "POST", "", "/0/id", credentials(auth), sign, clock);
        return target.begin(SampleDeliveries.delivery(Delivery.TICKET, 1, null)).getRequest();
    }

    private static TargetCredentials credentials(String auth) {
        return new TargetCredentials(auth, "hub", "a secret", "X-Api-Key", "https://id.example.com/token", "cases");
    }
}

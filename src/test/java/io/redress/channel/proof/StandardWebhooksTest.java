package io.redress.channel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.PlatformVectors;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published vectors, and the cases of the specification's own Java tests. */
class StandardWebhooksTest {

    private static final JsonNode V1 = PlatformVectors.byId("stdwh", "stdwh-v1");
    private static final JsonNode V1A = PlatformVectors.byId("stdwh-ed25519", "stdwh-v1a");
    private static final String OTHER_KEY = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=";
    private static final byte[] BODY = V1.get("body").asText().getBytes(StandardCharsets.UTF_8);
    private static final long TIME = V1.get("timestamp").asLong();

    @Test
    void the_published_shared_secret_signature_is_genuine() {
        assertThat(verify(secret(), headers())).isEqualTo(genuine());
    }

    @Test
    void the_published_ed25519_signature_is_genuine() {
        var headers = headers();
        headers.put("webhook-signature", V1A.get("signature").asText());
        String key = "whpk_" + V1A.get("publicKey").asText();
        assertThat(verify(key, headers)).isEqualTo(genuine());
        assertThat(verify(secret(), headers)).isInstanceOf(VerificationResult.Rejected.class);
        assertThat(verify(secret() + " " + key, headers)).isEqualTo(genuine());
    }

    @Test
    void the_prefix_of_a_secret_may_be_left_out() {
        assertThat(verify(secret().substring("whsec_".length()), headers())).isEqualTo(genuine());
    }

    @Test
    void while_a_secret_is_changed_the_old_and_the_new_one_hold() {
        assertThat(verify(OTHER_KEY + " " + secret(), headers())).isEqualTo(genuine());
        assertThat(verify(secret() + "\n" + OTHER_KEY, headers())).isEqualTo(genuine());
        assertThat(verify(OTHER_KEY, headers())).isInstanceOf(VerificationResult.Rejected.class);
    }

    @Test
    void one_valid_signature_among_several_is_enough() {
        var headers = headers();
        headers.put(
                "webhook-signature",
                "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Z2FyYmFnZQ== v1a,AAAA "
                        + V1.get("signature").asText());
        assertThat(verify(secret(), headers)).isEqualTo(genuine());
    }

    @Test
    void header_names_are_read_in_any_case() {
        var headers = new HashMap<String, Object>();
        headers().forEach((name, value) -> headers.put(name.toUpperCase(java.util.Locale.ROOT), value));
        assertThat(verify(secret(), headers)).isEqualTo(genuine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void a_missing_or_doubled_header_proves_nothing(String name) {
        var missing = headers();
        missing.remove(name);
        assertThat(verify(secret(), missing)).isInstanceOf(VerificationResult.Rejected.class);
        var doubled = headers();
        doubled.put(name, List.of(doubled.get(name), doubled.get(name)));
        assertThat(verify(secret(), doubled)).isInstanceOf(VerificationResult.Rejected.class);
        var twoCases = headers();
        twoCases.put(name.toUpperCase(java.util.Locale.ROOT), twoCases.get(name));
        assertThat(verify(secret(), twoCases)).isInstanceOf(VerificationResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1",
                "v1,",
                "v1,dGVzdA==",
                "v1,!!!",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                ",g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            })
    void what_is_no_v1_signature_of_this_message_proves_nothing(String signature) {
        var headers = headers();
        headers.put("webhook-signature", signature);
        assertThat(verify(secret() + " whpk_" + V1A.get("publicKey").asText(), headers))
                .isInstanceOf(VerificationResult.Rejected.class);
    }

    @Test
    void a_changed_byte_of_body_id_or_time_proves_nothing() {
        byte[] changed = BODY.clone();
        changed[3] ^= 1;
        assertThat(at(TIME).verify(headers(), changed)).isInstanceOf(VerificationResult.Rejected.class);
        var id = headers();
        id.put("webhook-id", "msg_other");
        assertThat(verify(secret(), id)).isInstanceOf(VerificationResult.Rejected.class);
        var time = headers();
        time.put("webhook-timestamp", Long.toString(TIME + 1));
        assertThat(verify(secret(), time)).isInstanceOf(VerificationResult.Rejected.class);
    }

    @Test
    void the_window_is_five_minutes_to_either_side_and_not_a_second_more() {
        assertThat(at(TIME + 300).verify(headers(), BODY)).isEqualTo(genuine());
        assertThat(at(TIME - 300).verify(headers(), BODY)).isEqualTo(genuine());
        assertThat(at(TIME + 301).verify(headers(), BODY)).isInstanceOf(VerificationResult.Rejected.class);
        assertThat(at(TIME - 301).verify(headers(), BODY)).isInstanceOf(VerificationResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1614265330.5", "999999999999999999999", "１６１４２６５３３０"})
    void a_time_that_is_no_number_of_seconds_proves_nothing(String time) {
        var headers = headers();
        headers.put("webhook-timestamp", time);
        assertThat(verify(secret(), headers)).isInstanceOf(VerificationResult.Rejected.class);
    }

    @Test
    void bytes_cannot_wander_between_id_time_and_body_under_one_signature() {
        var wandered = headers();
        wandered.put("webhook-id", V1.get("msgId").asText() + "." + TIME);
        wandered.put("webhook-timestamp", "{\"test\": 2432232314}".substring(10, 19));
        assertThat(verify(secret(), wandered))
                .isEqualTo(new VerificationResult.Rejected(
                        "webhook-id must be 1 to 255 printable ASCII characters without a full stop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "whsec_", "whsec_not base64!", "whsec_c2hvcnQ=", "whpk_c2hvcnQ=", "whsk_AAAA"})
    void a_key_that_cannot_be_used_stops_the_channel_without_being_repeated(String key) {
        assertThatThrownBy(() -> new StandardWebhooks(key, Duration.ofMinutes(5), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2hvcnQ");
    }

    private static String secret() {
        return V1.get("secret").asText();
    }

    private static VerificationResult genuine() {
        return new VerificationResult.Genuine(V1.get("msgId").asText());
    }

    private static Map<String, Object> headers() {
        return new HashMap<>(Map.of(
                "webhook-id", V1.get("msgId").asText(),
                "webhook-timestamp", V1.get("timestamp").asText(),
                "webhook-signature", V1.get("signature").asText()));
    }

    private static VerificationResult verify(String keys, Map<String, Object> headers) {
        return at(keys, TIME).verify(headers, BODY);
    }

    private static StandardWebhooks at(long second) {
        return at(secret(), second);
    }

    private static StandardWebhooks at(String keys, long second) {
        return new StandardWebhooks(
                keys, Duration.ofMinutes(5), Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }
}

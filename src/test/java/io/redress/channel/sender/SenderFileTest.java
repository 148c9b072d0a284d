package io.redress.channel.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.channel.proof.RequestVerifier;
import io.redress.channel.proof.VerificationResult;
import io.redress.channel.proof.WebhookRequest;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of {@code config/senders}: what they say, holds; what is unsafe or makes no sense, is told. */
class SenderFileTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @TempDir
    Path folder;

    /**
     * Signatures that their vendors publish: GitHub ("Validating webhook deliveries"), Meta (WhatsApp-Nodejs-SDK, utils.test.ts). Those of
     * Slack, LINE and DingTalk, and that of an escaped body of Meta, were computed by two programs (Python's hmac, OpenSSL).
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "is: header.sign, prefix: sha256=~It's a Secret to Everybody~Hello, World!~"
                        + "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "is: header.sign, prefix: sha256=~TEST_APP_SECRET~test~"
                        + "sha256=0c61947b610d4f45e65f3d680e26027121ec2413e77598bcb6cfc6e0d9888221",
                "is: header.sign, prefix: sha256=~app-secret-0001~{\"t\":\"\\u6f0f\\u6c34\"}~"
                        + "sha256=a5faa566ea00f21d462256f8d1f090d319f3005af23de5e547542edff20e4ffd",
                "is: header.sign, encoding: base64~line-secret-0001~{\"t\":\"漏水\"}~OXngcSOvVwdR6DHUv02pkGAJ1ZS7s+gl8pfuJErIfhk=",
                "is: header.sign, prefix: v0=, over: 'v0:{header.s}:{body}', time: {from: header.s}~slack-secret-0001~"
                        + "{\"type\":\"url_verification\",\"challenge\":\"c-1\"}~"
                        + "v0=ea6a3595beb49dd6fd4d20f283418605042719d27a73b4b3b56c6c50c4a6beba",
                "is: header.sign, encoding: base64, bodyNotCovered: true, over: \"{header.ms}\\n{secret}\","
                        + " time: {from: header.ms, unit: ms}~ding-secret-0001~{}~RcZIZBWgvfOO4Ubdbfm/lbP/yrR5zzLbPdl8vgii58Q="
            })
    void signatures_of_known_platforms_prove_their_calls_and_no_others(
            String proof, String secret, String body, String signature) throws IOException {
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        RequestVerifier proven = sender("proof: {kind: hmac, secretEncoding: hex, " + proof + "}")
                .proof(hex, Duration.ofMinutes(5), at(NOW));
        Map<String, String> headers = Map.of("Sign", signature, "S", "1700000000", "MS", "1700000000000");
        Map<String, String> other = Map.of("Sign", signature, "S", "1700000001", "MS", "1700000000001");

        assertThat(proven.verify(call(headers, null, body))).isInstanceOf(VerificationResult.Genuine.class);
        if (!proof.contains("bodyNotCovered")) {
            assertThat(proven.verify(call(headers, null, body + " "))).isInstanceOf(VerificationResult.Rejected.class);
        }
        if (proof.contains("time")) {
            assertThat(proven.verify(call(other, null, body))).isInstanceOf(VerificationResult.Rejected.class);
        }
    }

    @Test
    void a_signature_that_is_one_of_several_in_a_header_is_found() throws IOException {
        String secret = "example-secret-0001";
        String proof =
                "{kind: hmac, over: \"{header.stripe-signature[t]}.{body}\", is: \"header.stripe-signature[v1]\","
                        + " time: {from: \"header.stripe-signature[t]\"}}";
        String right = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex("1700000000.{}");
        RequestVerifier proven = sender("proof: " + proof).proof(secret, Duration.ofMinutes(5), at(NOW));

        assertThat(proven.verify(
                        call(Map.of("Stripe-Signature", "t=1700000000,v1=00ff,v1=" + right + ",v0=00"), null, "{}")))
                .isInstanceOf(VerificationResult.Genuine.class);
        assertThat(proven.verify(call(Map.of("Stripe-Signature", "t=1700000000,v0=" + right), null, "{}")))
                .isInstanceOf(VerificationResult.Rejected.class);
        assertThat(proven.verify(call(Map.of("Stripe-Signature", "t=1700000000,t=1700000001,v1=" + right), null, "{}")))
                .as("two times")
                .isInstanceOf(VerificationResult.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: bearer} | Bearer example-secret-0001 | true",
                "{kind: bearer} | bearer example-secret-0001 | true",
                "{kind: bearer} | example-secret-0001 | false",
                "{kind: bearer} | Basic example-secret-0001 | false",
                "{kind: bearer} | Bearer example-secret-0002 | false",
                "{kind: bearer} | Bearer | false",
                "{kind: basic} | Basic c2hvcDpleGFtcGxlLXNlY3JldC0wMDAx | true",
                "{kind: basic} | Basic not-base64! | false",
                "{kind: basic} | Bearer c2hvcDpleGFtcGxlLXNlY3JldC0wMDAx | false",
                "{kind: secret, is: header.authorization} | example-secret-0001 | true",
                "{kind: secret, is: header.authorization} | example-secret-0001x | false"
            })
    void a_shared_secret_must_be_there_as_its_scheme_has_it(String proof, String authorization, boolean genuine)
            throws IOException {
        String secret = proof.contains("basic") ? "shop:example-secret-0001" : "example-secret-0001";
        RequestVerifier proven = sender("proof: " + proof).proof(secret, Duration.ZERO, at(NOW));

        assertThat(
                        proven.verify(call(Map.of("Authorization", authorization), null, "{}"))
                                instanceof VerificationResult.Genuine)
                .isEqualTo(genuine);
        assertThat(proven.verify(call(Map.of(), "authorization=" + authorization, "{}")))
                .isInstanceOf(VerificationResult.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"s, 1700000000", "ms, 1700000000999", "iso, 2023-11-14T22:13:20Z", "iso, 2023-11-15T06:13:20.5+08:00"})
    void a_signed_time_is_read_in_its_unit(String unit, String written) throws IOException {
        assertThat(timed(unit).verify(call(Map.of("x-time", written, "x-sign", sign(written + "{}")), null, "{}")))
                .isInstanceOf(VerificationResult.Genuine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "s, 1699999000",
        "s, 1700001000",
        "s, ''",
        "s, -1700000000",
        "s, 99999999999999999999",
        "s, 999999999999999",
        "ms, 1700000000",
        "iso, 1700000000",
        "iso, 2023-11-14T22:13:20",
        "iso, yesterday"
    })
    void an_old_time_and_no_time_are_refused(String unit, String written) throws IOException {
        assertThat(timed(unit).verify(call(Map.of("x-time", written, "x-sign", sign(written + "{}")), null, "{}")))
                .isInstanceOf(VerificationResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "short", "0123456789abcde"})
    void a_secret_that_can_be_guessed_is_refused_without_being_repeated(String secret) throws IOException {
        Sender sender = sender("proof: {kind: bearer}");
        assertThatThrownBy(() -> sender.proof(secret, Duration.ZERO, at(NOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("0123456789abcde");
    }

    @Test
    void a_secret_that_is_not_written_as_the_file_says_is_refused() throws IOException {
        Sender sender = sender("proof: {kind: hmac, is: header.x-sign, secretEncoding: hex}");
        assertThatThrownBy(() -> sender.proof("this-is-not-hexadecimal", Duration.ZERO, at(NOW)))
                .hasMessage("the webhook's secret is not written in hex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: x | 1 | a sender without proof could be anybody",
                "proof: {kind: hmac} | 1 | 'proof' has no is",
                "proof: {kind: secret} | 1 | 'proof' has no is",
                "proof: {kind: hmac, is: x-signature} | 1 | 'x-signature' is no place in a call",
                "proof: {kind: hmac, is: header.x, over: \"{header.y}\"} | 1 | the signature does not cover the body",
                "proof: {kind: hmac, is: header.x, over: \"{boby}\"} | 1 | {boby} is unknown",
                "proof: {kind: hmac, is: header.x, time: {from: header.y}} | 1 | the time is not signed",
                "proof: {kind: md5, is: header.x} | 1 | md5",
                "proof: {kind: bearer, tolerance: 5m} | 1 | tolerance",
                "proof: {kind: bearer, time: {from: header.y}} | 1 | time has no meaning for this kind of proof",
                "proof: {kind: secret, is: header.x, over: \"{body}\"} | 1 | over has no meaning for this kind of proof",
                "'proof: {kind: bearer}\nmapping: nowhere' | 2 | there is no mapping 'nowhere'",
                "'proof: {kind: bearer}\nonly: {type: x}' | 2 | no example shows a complaint",
                "'proof: {kind: bearer}\nsilent: {type: x}' | 2 | no example shows a complaint",
                "'proof: {kind: bearer}\nsilent: {\"a[\": x}' | 2 | 'a[' is not a name",
                "'proof: {kind: bearer}\nid: x|jsn' | 2 | 'x|jsn' is not a name",
                "'proof: {kind: hmac, is: header.x}\nid: header.x-id' | 2 | the id is not signed",
                "'proof: {kind: bearer}\nheaders: [Authorization]' | 2 | it is a secret",
                "'proof: {kind: hmac, is: header.x-sign}\nheaders: [x-sign]' | 2 | it is a secret",
                "'proof: {kind: bearer}\nhandshakes: [{unsigned: true}]' | 2 | 'when' is missing",
                "'proof: {kind: bearer}\nhandshakes: [{echo: challenge}]' | 2 | 'when' is missing",
                "'proof: {kind: bearer}\nhandshakes: [{when: {}}]' | 2 | when",
                "'proof: {kind: bearer}\nhandshakes: [{unsigned: true, when: {type: x}}]' | 2 | which is not read here",
                "'proof: {kind: bearer}\nhandshakes: [{method: GET, echo: challenge}]' | 2 | which is not read here"
            })
    void what_is_unsafe_or_makes_no_sense_is_told(String text, int line, String problem) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), text);
        InvalidConfiguration refused = catchThrowableOfType(InvalidConfiguration.class, () -> Senders.read(folder));

        List<Finding> findings = refused.findings();
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(folder.resolve("x.yaml"));
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.problem()).contains(problem);
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void an_edit_is_in_use_at_once_and_a_broken_one_changes_nothing() throws IOException {
        Files.writeString(folder.resolve("x.yaml"), "proof: {kind: bearer}");
        Senders senders = Senders.read(folder);
        var connected = new ConnectedSender(senders, "x", "example-secret-0001", "", Duration.ZERO, at(NOW));
        ConnectedSender.Current before = connected.current();

        Files.writeString(folder.resolve("x.yaml"), "proof: {kind: nothing}");
        assertThatThrownBy(senders::reload).isInstanceOf(InvalidConfiguration.class);
        assertThat(connected.current()).isSameAs(before);

        Files.writeString(folder.resolve("x.yaml"), "proof: {kind: secret, is: query.token}");
        senders.reload();
        assertThat(connected.current().proof().verify(call(Map.of(), "token=example-secret-0001", "{}")))
                .isInstanceOf(VerificationResult.Genuine.class);

        Files.delete(folder.resolve("x.yaml"));
        senders.reload();
        assertThatThrownBy(connected::current).hasMessageContaining("there is no sender 'x'");
        assertThat(senders.get(Sender.STANDARD)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"complaint\",\"note\":\"x\"} | '' | false",
                "{\"type\":[\"order\",\"complaint\"],\"note\":\"x\"} | '' | false",
                "{\"type\":\"order\",\"note\":\"x\"} | type is 'order', not complaint or fault | false",
                "{\"note\":\"x\"} | type is missing, not complaint or fault | false",
                "{\"type\":\"complaint\",\"shop\":\"b\"} | shop is 'b', not a or none | false",
                "{\"type\":\"complaint\",\"note\":\"\"} | '' | true",
                "{\"type\":\"complaint\",\"note\":[\"\",\"x\"]} | '' | false",
                "{\"type\":\"complaint\",\"kind\":\"receipt\"} | '' | true",
                "{\"type\":\"complaint\",\"kind\":[\"receipt\",\"message\"]} | '' | false",
                "{\"type\":\"complaint\"} | '' | false"
            })
    void every_name_of_only_must_fit_and_one_of_silent_is_enough(String body, String noComplaint, boolean silent)
            throws IOException {
        Sender sender = sender("proof: {kind: bearer}\nonly: {type: [complaint, fault], shop: [a, \"\"]}\n"
                + "silent: {note: \"\", kind: receipt}\nexamples: [{secret: x, gives: complaint}]");
        var source = new JsonSource(
                UntrustedJson.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow(), Map.of());

        assertThat(sender.noComplaint(source).orElse("")).isEqualTo(noComplaint);
        assertThat(sender.isSilent(source)).isEqualTo(silent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"7\",\"source\":\"/s\"} | 7",
                "{\"number\":8} | sha256:",
                "{\"id\":\" \"} | sha256:",
                "{\"id\":[\"7\",\"8\"]} | sha256:"
            })
    void what_repeats_have_alike_is_the_first_id_that_is_whole(String body, String key) throws IOException {
        Sender sender = sender("proof: {kind: bearer}\nid: [id, source + number]");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var source = new JsonSource(UntrustedJson.read(bytes).orElseThrow(), Map.of());

        assertThat(sender.key(source, bytes)).startsWith(key);
    }

    @Test
    void ids_that_count_together_cannot_be_shifted_into_one_another() throws IOException {
        Sender sender = sender("proof: {kind: bearer}\nid: source + number");
        List<String> keys = Stream.of(
                        "{\"source\":\"/s\",\"number\":\"1/2\"}",
                        "{\"source\":\"/s/1\",\"number\":\"2\"}",
                        "{\"source\":\"/s/1\",\"number\":\"2\",\"x\":1}")
                .map(body -> body.getBytes(StandardCharsets.UTF_8))
                .map(body -> sender.key(new JsonSource(UntrustedJson.read(body).orElseThrow(), Map.of()), body))
                .toList();
        assertThat(keys.get(0)).startsWith("sha256:").isNotEqualTo(keys.get(1));
        assertThat(keys.get(1)).isEqualTo(keys.get(2));
    }

    @Test
    void the_built_in_sender_cannot_be_replaced() throws IOException {
        Files.writeString(folder.resolve("standard-webhooks.yaml"), "proof: {kind: secret, is: query.token}");
        assertThatThrownBy(() -> Senders.read(folder)).hasMessageContaining("'standard-webhooks' is built in");
    }

    @Test
    void a_short_password_is_not_made_long_by_its_user() throws IOException {
        Sender sender = sender("proof: {kind: basic}");
        assertThatThrownBy(() -> sender.proof("administrator-of-the-shop:pw", Duration.ZERO, at(NOW)))
                .hasMessageContaining("of 2 characters can be guessed");
    }

    @Test
    void people_who_type_in_who_they_are_prove_nothing_unless_the_file_says_so() throws IOException {
        assertThat(sender("proof: {kind: bearer}").knowsCustomers()).isFalse();
        assertThat(sender("proof: {kind: bearer}\ncustomers: proven").knowsCustomers())
                .isTrue();
    }

    private RequestVerifier timed(String unit) throws IOException {
        String proof =
                "{kind: hmac, is: header.x-sign, over: \"{header.x-time}{body}\", time: {from: header.x-time, unit: "
                        + unit + "}}";
        return sender("proof: " + proof).proof("example-secret-0001", Duration.ofMinutes(5), at(NOW));
    }

    private static String sign(String text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "example-secret-0001").hmacHex(text);
    }

    private Sender sender(String text) throws IOException {
        Files.writeString(folder.resolve("tried.yaml"), text);
        return Senders.read(folder).get("tried");
    }

    private static WebhookRequest call(Map<String, String> headers, String query, String body) {
        return WebhookRequest.of("POST", headers, query, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}

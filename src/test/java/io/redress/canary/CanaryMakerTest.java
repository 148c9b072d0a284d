package io.redress.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.WebhookChannel;
import io.redress.channel.chat.WebhookNormalizer;
import io.redress.channel.sender.Senders;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.handoff.KeyedDigest;
import io.redress.mapping.Mappings;
import io.redress.reply.CanaryMail;
import io.redress.reply.ReplySender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries are taken in by the channels that they are made for. */
class CanaryMakerTest {

    private static final CanaryPlan PLAN =
            new CanaryPlan("shop", Duration.ofMinutes(15), Duration.ofMinutes(5), Map.of());
    private static final UUID ID = UUID.fromString("0197c0de-0000-7000-8000-000000000001");
    private static final String SECRET = "example-secret-0001";

    @TempDir
    Path folder;

    static Stream<String> shipped() {
        return Senders.read(Path.of("config/senders")).all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_sender_s_channel_takes_the_canary_s_call_for_proven(String sender) {
        String secret = sender.equals("standard-webhooks") ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : SECRET;
        assertTaken(Senders.read(Path.of("config/senders")), sender, secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: hmac, is: 'header.x-sig[v1]', over: '{header.x-sig[t]}.{body}', time: {from: 'header.x-sig[t]'}}",
                "{kind: hmac, is: header.x-sig, over: '{header.x-id}{query.n}{secret}{body}', algorithm: sha512, encoding: base64, prefix: a=}",
                "{kind: hmac, is: query.s, time: {from: query.t, unit: ms}, over: '{query.t}{body}'}",
                "{kind: secret, is: query.token}",
                "{kind: bearer}",
                "{kind: basic}",
            })
    void so_does_one_with_any_proof_that_a_secret_makes(String proof) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.createDirectories(folder.resolve("senders"));
        Files.writeString(folder.resolve("senders/own.yaml"), "proof: " + proof + "\n");
        assertTaken(
                Senders.read(folder.resolve("senders")), "own", proof.contains("basic") ? "user:" + SECRET : SECRET);
    }

    private static void assertTaken(Senders senders, String sender, String secret) {
        var parameters = Map.of("sender", sender, "secret", secret + " another-secret-0002");
        CanaryOrder order = maker(senders).make(PLAN, "webhook", parameters, "http://127.0.0.1:1", ID, Instant.now());
        DialogueRequest request = Objects.requireNonNull(order.call()).getRequest();
        byte[] body = Objects.requireNonNull(request.body()).getBytes(StandardCharsets.UTF_8);
        Map<String, Object> headers = new HashMap<>(request.headers());
        headers.put(WebhookChannel.QUERY, request.query());
        var channel = new WebhookChannel(
                senders, sender, secret, "", Duration.ofMinutes(5), "", Duration.ZERO, WebhookChannel.LARGEST);

        assertThat(request.url()).isEqualTo("http://127.0.0.1:1/webhooks/shop");
        assertThat(channel.receive(headers, new ByteArrayInputStream(body))).isInstanceOf(ReceivedEvent.class);
    }

    @Test
    void what_only_the_sender_can_sign_has_no_canaries() {
        var parameters = Map.of("secret", "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        assertThatThrownBy(() -> CanaryRequirements.check("webhook", parameters, Senders.standard()))
                .isInstanceOf(ImpossibleCanary.class)
                .hasMessageContaining("only the sender can sign");
        assertThatThrownBy(() -> CanaryRequirements.check("chat", Map.of(), Senders.standard()))
                .isInstanceOf(ImpossibleCanary.class)
                .hasMessageContaining("channels of this kind cannot have canaries");
        assertThatThrownBy(() -> CanaryRequirements.check(
                        "web-form", Map.of("checks", "honeypot, from-page"), Senders.standard()))
                .hasMessageContaining("does not pass the form's check from-page");
        assertThatThrownBy(() -> CanaryRequirements.check("call-row", Map.of("host", "sftp"), Senders.standard()))
                .hasMessageContaining("only written to local folders");
        assertThatThrownBy(() -> CanaryRequirements.check("email", Map.of("username", "bo"), Senders.standard()))
                .hasMessageContaining("the mailbox has no address");
    }

    private static CanaryMaker maker(Senders senders) {
        return new CanaryMaker(
                new CanaryMarks(new KeyedDigest(new byte[32])),
                new CanaryMail(new ReplySender("hub@redress.test", "", ZoneOffset.UTC, "en")),
                senders,
                List.of(new WebhookNormalizer(Mappings.read(Path.of("config/mappings")), senders)));
    }
}

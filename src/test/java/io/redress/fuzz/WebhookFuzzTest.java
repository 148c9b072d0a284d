package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.chat.WebhookChannel;
import io.redress.channel.chat.WebhookNormalizer;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.sender.Senders;
import io.redress.mapping.Mappings;
import io.redress.sandbox.SignedWebhook;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Bodies of webhooks, each with a signature that fits it. */
class WebhookFuzzTest {

    private final WebhookNormalizer webhooks =
            new WebhookNormalizer(Mappings.read(Path.of("config/mappings")), Senders.standard());
    private final WebhookChannel channel =
            new WebhookChannel(SignedWebhook.SECRET, Duration.ofHours(1), "webhook", Duration.ofMinutes(10), 1 << 20);

    @FuzzTest
    void any_signed_body_is_taken_in_or_refused_and_what_was_taken_in_can_be_read(byte[] body) {
        long now = Instant.now().getEpochSecond();
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Webhook-Id",
                "id",
                "Webhook-Timestamp",
                Long.toString(now),
                "Webhook-Signature",
                SignedWebhook.signature(SignedWebhook.SECRET, "id", now, body));
        WebhookOutcome webhookOutcome = channel.receive(headers, new ByteArrayInputStream(body));
        var result = webhooks.read(ParserInvariants.raw("webhook", body, "id", Map.of("quiet-time", "PT10M")), body);
        ParserInvariants.check(result);
        ParserInvariants.check(webhooks.read(ParserInvariants.raw("webhook", body, null, Map.of()), body));
        if (webhookOutcome.arrived()) {
            assertThat(result.toString()).doesNotContain("is not a JSON object");
        }
    }
}

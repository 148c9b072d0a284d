package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.proof.StandardWebhooks;
import io.redress.channel.proof.VerificationResult;
import io.redress.sandbox.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signature headers: lines with id, time and signatures; what is left is the body. */
class SignatureFuzzTest {

    private static final List<String> NAMES = List.of("webhook-id", "Webhook-Timestamp", "webhook-signature");

    private final StandardWebhooks webhooks = new StandardWebhooks(
            SignedWebhook.SECRET, Duration.ofMinutes(5), Clock.fixed(ParserInvariants.NOW, ZoneOffset.UTC));

    @FuzzTest
    void nobody_without_the_secret_is_believed(byte[] call) {
        String[] lines = new String(call, StandardCharsets.ISO_8859_1).split("\n", 4);
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < NAMES.size() && i < lines.length; i++) {
            headers.put(NAMES.get(i), lines[i]);
        }
        byte[] body = lines.length < 4 ? new byte[0] : lines[3].getBytes(StandardCharsets.ISO_8859_1);
        assertThat(webhooks.verify(headers, body)).isInstanceOf(VerificationResult.Rejected.class);
    }
}

package io.redress.channel.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves the origin of a webhook by Standard Webhooks 1.0 (https://www.standardwebhooks.com): headers {@code webhook-id},
 * {@code webhook-timestamp} (seconds since 1970) and {@code webhook-signature} over {@code id.timestamp.body}. Svix, from
 * whose webhooks the specification came, calls them {@code svix-id}, {@code svix-timestamp} and {@code svix-signature}.
 *
 * <p>One listed signature of a known version ({@code v1} HMAC-SHA256, {@code v1a} ed25519) must fit one of our keys; others
 * are ignored, as the specification asks, so that keys and versions can be changed without a gap.
 */
public final class StandardWebhooks {

    /** The kind of proof, as a description names it. */
    public static final String KIND = "standard-webhooks";

    /** These as the rule of a description, over the channel's only secret, which is checked here. */
    public static final VerificationRule RULE = new Rule();

    private static final class Rule implements VerificationRule {

        @Override
        public RequestVerifier with(List<Map<String, String>> secrets, Duration tolerance, Clock clock) {
            String keys = secrets.stream()
                    .map(set -> set.getOrDefault(ChannelSecrets.SECRET, ""))
                    .collect(Collectors.joining(" "));
            var webhooks = new StandardWebhooks(keys, tolerance, clock);
            return call -> webhooks.verify(call.headers(), call.body());
        }

        @Override
        public Optional<ProvenRequest> prove(Map<String, String> secrets, String id, byte[] body, Instant now) {
            String seconds = String.valueOf(now.getEpochSecond());
            return WebhookKey.parse(secrets.getOrDefault(ChannelSecrets.SECRET, "")).stream()
                    .filter(WebhookKey.Shared.class::isInstance)
                    .map(key -> ((WebhookKey.Shared) key).sign(content(id, seconds, body)))
                    .map(signature -> new ProvenRequest(
                            Map.of(
                                    "webhook-id", id,
                                    "webhook-timestamp", seconds,
                                    "webhook-signature",
                                            "v1," + Base64.getEncoder().encodeToString(signature)),
                            ""))
                    .findFirst();
        }
    }

    // A full stop would let bytes wander between id, time and body under the same signature.
    private static final Pattern ID = Pattern.compile("[\\x21-\\x2d\\x2f-\\x7e]{1,255}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final List<WebhookKey> keys;
    private final Duration tolerance;
    private final Clock clock;

    /**
     * A verifier.
     *
     * @param keys one or more keys, see {@link WebhookKey#parse}
     * @param tolerance how far the sender's time may be from ours, before or after; the specification's libraries take 5
     *     minutes
     * @throws IllegalArgumentException when a key cannot be used
     */
    public StandardWebhooks(String keys, Duration tolerance, Clock clock) {
        this.keys = WebhookKey.parse(keys);
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * Judges a request.
     *
     * @param headers names in any case
     * @param body the bytes as they came, before any decoding
     */
    public VerificationResult verify(Map<String, ?> headers, byte[] body) {
        String prefix = RequestHeaders.of(headers, "svix-id") == null ? "webhook-" : "svix-";
        String id = RequestHeaders.of(headers, prefix + "id");
        String timestamp = RequestHeaders.of(headers, prefix + "timestamp");
        String signatures = RequestHeaders.of(headers, prefix + "signature");
        if (id == null || timestamp == null || signatures == null) {
            return new VerificationResult.Rejected(
                    "send webhook-id, webhook-timestamp and webhook-signature, each exactly once");
        }
        if (!ID.matcher(id).matches()) {
            return new VerificationResult.Rejected(
                    "webhook-id must be 1 to 255 printable ASCII characters without a full stop");
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return new VerificationResult.Rejected("webhook-timestamp must be the seconds since 1970 in digits");
        }
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sentAt, clock.instant()).abs().compareTo(tolerance) > 0) {
            return new VerificationResult.Rejected("webhook-timestamp is more than " + tolerance.toSeconds()
                    + " s from the time here: sign each attempt anew, and set the sender's clock");
        }
        return signed(signatures, content(id, timestamp, body))
                ? new VerificationResult.Genuine(id)
                : new VerificationResult.Rejected(
                        "no v1 or v1a value in webhook-signature fits a key of this channel: sign"
                                + " id.timestamp.body with the raw body");
    }

    private boolean signed(String signatures, byte[] content) {
        for (String listed : signatures.split(" ")) {
            int comma = listed.indexOf(',');
            String version = comma < 0 ? "" : listed.substring(0, comma);
            byte[] signature = decode(listed.substring(comma + 1));
            for (WebhookKey key : keys) {
                if (key.version().equals(version) && signature != null && key.proves(content, signature)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null; // no base64, hence no signature that we know
        }
    }

    private static byte[] content(String id, String timestamp, byte[] body) {
        var content = new ByteArrayOutputStream(body.length + 300);
        content.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(body);
        return content.toByteArray();
    }
}

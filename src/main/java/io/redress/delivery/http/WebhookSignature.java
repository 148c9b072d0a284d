package io.redress.delivery.http;

import io.redress.encryption.HmacSha256;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Signs requests as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com, "Signature scheme"), version v1. */
public final class WebhookSignature {

    /** Holds the signatures, separated by blanks while a secret is being changed. */
    public static final String HEADER = "webhook-signature";

    private final byte[] key;

    /** @param secret {@code whsec_} and base64; empty to sign nothing */
    public WebhookSignature(String secret) {
        try {
            key = Base64.getDecoder().decode(secret.startsWith("whsec_") ? secret.substring(6) : secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a signing secret is whsec_ followed by base64, and this is not");
        }
    }

    /** The headers that prove a body; none without a secret. */
    public Map<String, String> headers(String id, Instant at, String body) {
        if (key.length == 0) {
            return Map.of();
        }
        String time = String.valueOf(at.getEpochSecond());
        return Map.of("webhook-id", id, "webhook-timestamp", time, HEADER, "v1," + hmac(id + "." + time + "." + body));
    }

    private String hmac(String content) {
        return Base64.getEncoder().encodeToString(new HmacSha256(key).of(content));
    }
}

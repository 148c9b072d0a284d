package io.redress.channel.proof;

import io.redress.encryption.HmacSha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A key of Standard Webhooks 1.0 (https://www.standardwebhooks.com, "Signature scheme"): {@code whsec_} and base64 for the
 * shared secret of version {@code v1} (the prefix may be left out), {@code whpk_} and base64 for the public ed25519 key of
 * {@code v1a}.
 */
sealed interface WebhookKey {

    /** The signature version that this key proves, {@code v1} or {@code v1a}. */
    String version();

    boolean proves(byte[] signed, byte[] signature);

    /**
     * Reads keys that stand beside each other, separated by blanks: while a key is being changed, the old and the new one.
     *
     * @throws IllegalArgumentException when there is none or one is not written as the specification has it; the message
     *     does not repeat the key
     */
    static List<WebhookKey> parse(String keys) {
        List<WebhookKey> parsed = Arrays.stream(keys.strip().split("\\s+"))
                .filter(key -> !key.isEmpty())
                .map(WebhookKey::one)
                .toList();
        if (parsed.isEmpty()) {
            throw new IllegalArgumentException("a webhook needs a secret: whsec_ and 24 to 64 random bytes in base64");
        }
        return parsed;
    }

    private static WebhookKey one(String key) {
        if (key.startsWith("whpk_")) {
            return new Public(ed25519(decode(key.substring("whpk_".length()))));
        }
        if (key.startsWith("whsk_")) {
            throw new IllegalArgumentException("whsk_ is the sender's private key: take the public one, whpk_");
        }
        byte[] secret = decode(key.startsWith("whsec_") ? key.substring("whsec_".length()) : key);
        if (secret.length < 16) {
            throw new IllegalArgumentException("a webhook secret of " + secret.length
                    + " bytes can be guessed: take 24 to 64 random bytes (openssl rand -base64 32)");
        }
        return new Shared(secret);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook key is whsec_ or whpk_ followed by base64, and this is not");
        }
    }

    private static PublicKey ed25519(byte[] raw) {
        // SubjectPublicKeyInfo of RFC 8410 around the 32 bytes of the key.
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(head, head.length + raw.length);
        System.arraycopy(raw, 0, encoded, head.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a whpk_ key is 32 bytes of ed25519 in base64, and this is not", e);
        }
    }

    /** HMAC-SHA256. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shared(byte[] secret) implements WebhookKey {

        @Override
        public String version() {
            return "v1";
        }

        @Override
        public boolean proves(byte[] signed, byte[] signature) {
            return MessageDigest.isEqual(sign(signed), signature);
        }

        byte[] sign(byte[] content) {
            return new HmacSha256(secret).of(content);
        }

        @Override
        public String toString() {
            return "whsec_***";
        }
    }

    /** ed25519. */
    record Public(PublicKey key) implements WebhookKey {

        @Override
        public String version() {
            return "v1a";
        }

        @Override
        public boolean proves(byte[] signed, byte[] signature) {
            try {
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(key);
                ed25519.update(signed);
                return ed25519.verify(signature);
            } catch (SignatureException e) {
                return false; // not even a signature: wrong length, or no point of the curve
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Java 15 and later have Ed25519", e);
            }
        }
    }
}

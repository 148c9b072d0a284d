package io.redress.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of the key file. Each use has a key of its own, derived by HMAC-SHA256 over the use's name, as in the expand
 * step of RFC 5869.
 */
public final class EncryptionKey {

    private static final String HMAC = "HmacSHA256";

    private final String id;
    private final SecretKey aes;
    private final SecretKey names;
    private final String fingerprint;

    /** @param secret 32 random bytes */
    EncryptionKey(String id, byte[] secret) {
        this.id = id;
        var master = new SecretKeySpec(secret, HMAC);
        this.aes = new SecretKeySpec(hmac(master, "redress content"), "AES");
        this.names = new SecretKeySpec(hmac(master, "redress names"), HMAC);
        this.fingerprint = HexFormat.of().formatHex(hmac(master, "redress fingerprint"), 0, 8);
    }

    /** As it stands in the key file and before everything that was encrypted with it. */
    public String id() {
        return id;
    }

    /** Tells two keys of the same id apart, and nothing about either. */
    public String fingerprint() {
        return fingerprint;
    }

    SecretKey aes() {
        return aes;
    }

    /** A name that only who has the key can tell from what it stands for: 64 hexadecimal digits. */
    String named(String content) {
        return HexFormat.of().formatHex(hmac(names, content));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "key " + id;
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

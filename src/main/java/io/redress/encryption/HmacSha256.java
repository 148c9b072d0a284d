package io.redress.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) with one key. */
public final class HmacSha256 {

    private static final String NAME = "HmacSHA256";
    private static final int LEAST_BYTES = 16;

    private final SecretKeySpec key;

    /** @param key not empty */
    public HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, NAME);
    }

    /**
     * For what strangers may try to guess.
     *
     * @throws IllegalArgumentException when the key has fewer than 16 bytes
     */
    public static HmacSha256 unguessable(byte[] key) {
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes can be guessed; use 32");
        }
        return new HmacSha256(key);
    }

    /** 32 bytes. */
    public byte[] of(byte[] content) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + NAME, e);
        }
    }

    /** Of the text's UTF-8. */
    public byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As above, in 64 hexadecimal digits. */
    public String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}

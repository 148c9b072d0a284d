package io.redress.encryption;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** HMAC-SHA256 (RFC 2104) with one key. */
public final class HmacSha256 {

    private static final int LEAST_BYTES = 16;

    private final byte[] key;

    /** @throws IllegalArgumentException when the key is empty */
    public HmacSha256(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("an empty key proves nothing");
        }
        this.key = key.clone();
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
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(content);
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

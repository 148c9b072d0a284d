package io.redress.encryption;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** HMAC-SHA256 (RFC 2104) with one key. */
public final class HmacSha256 {

    private static final int LEAST_BYTES = 16;

    private final byte[] key;
    /** Holds the key and is never updated, so that threads share it: each value takes a clone, which is cheaper than a new Mac. */
    private final Mac keyed;

    /** @throws IllegalArgumentException when the key is empty */
    public HmacSha256(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("an empty key proves nothing");
        }
        this.key = key.clone();
        this.keyed = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
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
        return mac().doFinal(content);
    }

    private Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) { // by a security module, for example
            return HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
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

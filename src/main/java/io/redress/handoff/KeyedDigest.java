package io.redress.handoff;

import io.redress.encryption.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Marks of values: the same for the same value, so that it can be counted or recognised, and neither readable nor to be
 * forged without the key (HMAC-SHA256, cut to 128 bits as RFC 2104, 5 allows).
 */
public final class KeyedDigest {

    private static final int BYTES = 16;

    private final HmacSha256 key;

    /** @param key of one purpose, see {@link HubKey#derive} */
    public KeyedDigest(byte[] key) {
        this.key = new HmacSha256(key);
    }

    /** 32 hexadecimal digits in small letters. */
    public String of(String value) {
        return of(value.getBytes(StandardCharsets.UTF_8));
    }

    /** As above. */
    public String of(byte[] value) {
        return HexFormat.of().formatHex(key.of(value), 0, BYTES);
    }
}

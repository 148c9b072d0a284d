package io.redress.handoff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks of values: the same for the same value, so that it can be counted or recognised, and neither readable nor to be
 * forged without the key (HMAC-SHA256, cut to 128 bits as RFC 2104, 5 allows).
 */
public final class KeyedDigest {

    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /** @param key of one purpose, see {@link HubKey#derive} */
    public KeyedDigest(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** 32 hexadecimal digits in small letters. */
    public String of(String value) {
        return of(value.getBytes(StandardCharsets.UTF_8));
    }

    /** As above. */
    public String of(byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(value), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

package io.redress.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Fields one after the other as bytes that no other fields give: each as its length in UTF-8 bytes, a colon and itself, or a minus
 * for none.
 */
public final class SealedFields {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public SealedFields add(@Nullable String value) {
        if (value == null) {
            bytes.write('-');
            return this;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(text);
        return this;
    }

    public SealedFields add(long value) {
        return add(Long.toString(value));
    }

    /** In microseconds since 1970, which is all that the database keeps. */
    public SealedFields add(Instant at) {
        return add(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The hash of these fields after another one, which makes a chain of them. */
    public byte[] chained(byte[] before) {
        return sha256(before, bytes());
    }

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}

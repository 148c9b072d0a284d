package io.redress.intake;

import org.jspecify.annotations.Nullable;

/**
 * The untouched bytes of an arrival: inline when small, else a claim check into the blob store.
 *
 * @param inline the bytes; null when {@code ref} is set
 * @param ref {@code sha256:<hex>}; null when the bytes are inline
 * @param size bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of every mail would cost more than it protects
public record Original(byte @Nullable [] inline, @Nullable String ref, long size) {

    public static Original inline(byte[] bytes) {
        return new Original(bytes, null, bytes.length);
    }

    public static Original claim(String ref, long size) {
        return new Original(null, ref, size);
    }
}

package io.redress.intake;

import java.nio.charset.StandardCharsets;

/**
 * Reads the originals of one format into canonical form (the Normalizer of Enterprise Integration Patterns). It is pure:
 * the same bytes give the same reading, on a replay years later too. What cannot become a complaint is a
 * {@link Refusal}, never an exception.
 */
public interface Normalizer {

    /** The {@link RawMessage#format()} that this one reads. */
    String format();

    /** Reads one original. {@code original} holds all bytes, fetched by claim check if need be. */
    NormalizationResult read(RawMessage raw, byte[] original);

    /** All that an original says, without what was added on its way: the same for two that say the same. */
    default String said(byte[] original) {
        return new String(original, StandardCharsets.UTF_8);
    }
}

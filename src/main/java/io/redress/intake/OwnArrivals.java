package io.redress.intake;

import java.util.Optional;

/** Recognises what the hub sent to its own channels. */
@FunctionalInterface
public interface OwnArrivals {

    /** How such an arrival ends; empty for one that came from somebody else. */
    Optional<Refusal> recognise(RawMessage raw, Normalizer normalizer, byte[] original);

    /** Recognises none. */
    static OwnArrivals none() {
        return (raw, normalizer, original) -> Optional.empty();
    }
}

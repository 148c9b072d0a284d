package io.redress.triage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What must stand in a text before a phrase is worth looking up: its word, or its first pair of words. Most phrases have
 * nothing to do with most complaints.
 */
final class Gates {

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The gate that this key (see {@link TokenizedText#keys()}) opens. */
    BitSet of(String key) {
        var gate = new BitSet();
        gate.set(numbers.computeIfAbsent(key, k -> numbers.size()));
        return gate;
    }

    BitSet openFor(TokenizedText text) {
        var open = new BitSet(numbers.size());
        for (String key : text.keys()) {
            Integer number = numbers.get(key);
            if (number != null) {
                open.set(number);
            }
        }
        return open;
    }
}

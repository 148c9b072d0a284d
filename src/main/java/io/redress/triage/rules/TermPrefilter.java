package io.redress.triage.rules;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What must stand in a text before a phrase is worth looking up: its word, or its first pair of words. Most phrases have
 * nothing to do with most complaints.
 */
public final class TermPrefilter {

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The gate that a word opens. */
    int of(String word) {
        return numbers.computeIfAbsent(word, k -> numbers.size());
    }

    /** The gate that two neighbours open. */
    int of(String word, String next) {
        return of(pair(word, next));
    }

    public BitSet openFor(TokenizedText text) {
        var open = new BitSet(numbers.size());
        Token before = null;
        for (Token token : text.tokens()) {
            set(open, token.term());
            if (before != null && token.position() == before.position() + 1) {
                set(open, pair(before.term(), token.term()));
            }
            before = token;
        }
        return open;
    }

    private void set(BitSet open, String key) {
        Integer number = numbers.get(key);
        if (number != null) {
            open.set(number);
        }
    }

    private static String pair(String word, String next) {
        return word + ' ' + next;
    }
}

package io.redress.triage;

import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;

/** By what a complaint is compared with the examples: numbers, each with its strength. {@link FeatureSpace} says what they are. */
final class Features {

    private long[] keys;
    private double[] strengths;
    private int size;

    private Features(long[] keys, int size, double strength) {
        this.keys = keys;
        this.size = size;
        strengths = new double[keys.length];
        Arrays.fill(strengths, 0, size, strength);
    }

    /**
     * Each word, pair and triple of a text once; the more there are, the weaker each.
     *
     * @param masked positions of words that do not count
     * @param more how many other features will be added
     */
    static Features ofWords(TokenizedText text, BitSet masked, int more) {
        var keys = new long[3 * text.size() + more];
        int size = 0;
        long one = 0;
        long two = 0;
        int before = 0;
        for (int i = 0; i < text.size(); i++) {
            int position = text.position(i);
            if (text.word(i) == TokenizedText.STRUCK || masked.get(position)) {
                one = 0;
                two = 0;
                continue;
            }
            if (position != before + 1) {
                two = 0;
            }
            one = two == 0 ? 0 : one;
            long word = text.word(i) + 1L;
            keys[size++] = word;
            if (two != 0) {
                keys[size++] = two << Vocabulary.BITS | word;
                if (one != 0) {
                    keys[size++] = (one << Vocabulary.BITS | two) << Vocabulary.BITS | word;
                }
            }
            one = two;
            two = word;
            before = position;
        }
        int distinct = distinct(keys, size);
        return new Features(keys, distinct, 1 / Math.sqrt(distinct + 1.0));
    }

    private static int distinct(long[] keys, int size) {
        Arrays.sort(keys, 0, size);
        int distinct = Math.min(1, size);
        for (int i = 1; i < size; i++) {
            if (keys[i] != keys[i - 1]) {
                keys[distinct++] = keys[i];
            }
        }
        return distinct;
    }

    void add(long key, double strength) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size + 1);
            strengths = Arrays.copyOf(strengths, 2 * size + 1);
        }
        keys[size] = key;
        strengths[size] = strength;
        size++;
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    double strength(int i) {
        return strengths[i];
    }
}

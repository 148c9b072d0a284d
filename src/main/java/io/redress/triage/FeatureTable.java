package io.redress.triage;

import java.util.Arrays;

/** The rows of features by their numbers: a hash table without objects, which is asked for hundreds of them by each complaint. */
final class FeatureTable {

    /** No feature has number 0. */
    private static final long FREE = 0;

    private final long[] keys;
    private final int[] rows;
    private final int shift;

    /** @param keys each once; the first has row 0 */
    FeatureTable(long[] keys) {
        int bits = Math.max(1, 65 - Long.numberOfLeadingZeros(keys.length)); // at most half of the places are taken
        this.keys = new long[1 << bits];
        rows = new int[1 << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(rows, -1);
        for (int row = 0; row < keys.length; row++) {
            int place = place(keys[row]);
            this.keys[place] = keys[row];
            rows[place] = row;
        }
    }

    /** The row of a feature; negative when there is none. */
    int row(long key) {
        return rows[place(key)];
    }

    /** Where a feature stands, or would. */
    private int place(long key) {
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> shift); // Fibonacci hashing
        while (keys[place] != FREE && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }
}

package io.redress.search;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in an answer, after which the next page begins.
 *
 * @param last the last that was shown
 * @param until what was received later than this, when the first page was asked for, is left out of all of them
 */
public record SearchPosition(SearchHit last, Instant until) {

    private static final String BETWEEN = " ";
    private static final int PARTS = 4;

    /** All but the time of {@link #last}, as a text. */
    public String key() {
        return String.join(
                BETWEEN,
                String.valueOf(last.rank()),
                until.toString(),
                last.kind().name(),
                last.key());
    }

    /**
     * Reads what {@link #key} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static SearchPosition read(Instant at, String key) {
        String[] parts = key.split(BETWEEN, PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("not a place in an answer");
        }
        try {
            var last = new SearchHit(SearchKind.valueOf(parts[2]), parts[3], at, Integer.parseInt(parts[0]));
            return new SearchPosition(last, Instant.parse(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a place in an answer", e);
        }
    }
}

package io.redress.search;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that was found, before it is read.
 *
 * @param key a ticket's number, an item's id, or a person's phone, mail address or handle
 * @param at when it, or the newest ticket of the person, was received
 * @param rank the better it fits the higher: see {@link SearchRank}
 */
public record SearchHit(SearchKind kind, String key, Instant at, int rank) {

    /** The best first, of those alike the newest; no two of a list are equal. */
    static final Comparator<SearchHit> ORDER = Comparator.comparing(SearchHit::rank, Comparator.reverseOrder())
            .thenComparing(SearchHit::at, Comparator.reverseOrder())
            .thenComparing(SearchHit::kind)
            .thenComparing(SearchHit::key, Comparator.reverseOrder());

    /** The same, found better. */
    SearchHit ranked(int better) {
        return new SearchHit(kind, key, at, better);
    }
}

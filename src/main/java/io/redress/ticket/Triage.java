package io.redress.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint was judged to be, and why.
 *
 * @param category key of {@code config/categories.yaml}
 * @param score how sure the choice is, 0 (a guess) to 1
 * @param secondCategory the runner-up; null when no other category had any word
 * @param secondScore the runner-up's score, 0 to 1
 * @param review true when a person should look at the choice
 * @param sentiment {@code negative}, {@code neutral} or {@code positive}; null when not judged
 * @param reasons every conclusion with what led to it, for people to read
 */
public record Triage(
        String category,
        double score,
        @Nullable String secondCategory,
        double secondScore,
        boolean review,
        Priority priority,
        @Nullable String sentiment,
        List<String> reasons) {

    public Triage {
        reasons = List.copyOf(reasons);
    }
}

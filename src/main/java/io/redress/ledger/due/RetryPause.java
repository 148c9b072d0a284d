package io.redress.ledger.due;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long work that failed is left alone: twice as long each time, up to an hour. */
final class RetryPause {

    static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private RetryPause() {}

    /**
     * The pause after an attempt.
     *
     * @param attempt 1 for the first
     * @param atLeast what the other side asks for, of which an hour counts; null when it asks for none
     */
    static Duration of(int attempt, @Nullable Duration atLeast) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration pause = atLeast == null || atLeast.compareTo(grown) < 0 ? grown : atLeast;
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}

package io.redress.servicelevel;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One clock of one ticket, reckoned from its start and its pauses alone.
 *
 * @param due null while a pause that has no end yet stops the clock before; a due time that was reached before such a pause stays
 * @param marks by percent, when that share of the time is used up; without those that are not known yet
 * @param steps why it is so, in the order of time
 */
public record Countdown(
        Clock clock, Instant start, @Nullable Instant due, SortedMap<Integer, Instant> marks, List<Step> steps) {

    /** What is counted. */
    public enum Clock {
        FIRST_RESPONSE("first-response", "First response"),
        RESOLUTION("resolution", "Resolution");

        private final String key;
        private final String title;

        Clock(String key, String title) {
            this.key = key;
            this.title = title;
        }

        /** As in {@code service-levels.yaml}. */
        public String key() {
            return key;
        }

        String title() {
            return title;
        }
    }

    /**
     * A sentence of the explanation.
     *
     * @param what plain English; its times are those of the calendar's zone
     */
    public record Step(Instant at, String what) {}

    public Countdown {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
        steps = List.copyOf(steps);
    }
}

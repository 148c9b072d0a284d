package io.redress.servicelevel;

import io.redress.ticket.KeyedEnum;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One clock of one ticket, reckoned from its start and its pauses alone. Immutable. */
public final class SlaClock {

    private final Clock clock;
    private final Instant start;
    private final List<ClockPause> pauses;
    private final EarliestTarget earliest;
    private final SortedMap<Integer, Instant> marks;

    SlaClock(Clock clock, Instant start, List<ClockPause> pauses, EarliestTarget earliest, List<Integer> shares) {
        this.clock = clock;
        this.start = start;
        this.pauses = List.copyOf(pauses);
        this.earliest = earliest;
        this.marks = Collections.unmodifiableSortedMap(earliest.first().marks(shares));
    }

    /**
     * When the time is used up; null while a pause that has no end yet stops the clock before. A due time that was reached
     * before such a pause stays.
     */
    public @Nullable Instant due() {
        return earliest.first().due();
    }

    /** By percent, when that share of the time is used up; without those that are not known yet. */
    public SortedMap<Integer, Instant> marks() {
        return marks;
    }

    /** Why it is so, in the order of time. Put into words at each call, because few ask. */
    public List<Step> steps() {
        var explanation =
                new SlaExplanation(clock, start, pauses, earliest.first().limit());
        return List.copyOf(explanation.steps(due(), marks, earliest.beaten()));
    }

    /** What is counted. */
    public enum Clock implements KeyedEnum {
        FIRST_RESPONSE("First response"),
        RESOLUTION("Resolution");

        private final String title;

        Clock(String title) {
            this.title = title;
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
}

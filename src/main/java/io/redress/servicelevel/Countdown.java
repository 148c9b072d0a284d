package io.redress.servicelevel;

import io.redress.ticket.Keyed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One clock of one ticket, reckoned from its start and its pauses alone. Immutable. */
public final class Countdown {

    private final Clock clock;
    private final Instant start;
    private final List<Pause> pauses;
    private final Race race;
    private final SortedMap<Integer, Instant> marks;

    Countdown(Clock clock, Instant start, List<Pause> pauses, Race race, List<Integer> shares) {
        this.clock = clock;
        this.start = start;
        this.pauses = List.copyOf(pauses);
        this.race = race;
        this.marks = Collections.unmodifiableSortedMap(race.first().marks(shares));
    }

    /**
     * When the time is used up; null while a pause that has no end yet stops the clock before. A due time that was reached
     * before such a pause stays.
     */
    public @Nullable Instant due() {
        return race.first().due();
    }

    /** By percent, when that share of the time is used up; without those that are not known yet. */
    public SortedMap<Integer, Instant> marks() {
        return marks;
    }

    /** Why it is so, in the order of time. Put into words at each call, because few ask. */
    public List<Step> steps() {
        var explanation = new Explanation(clock, start, pauses, race.first().allowance());
        return List.copyOf(explanation.steps(due(), marks, race.beaten()));
    }

    /** What is counted. */
    public enum Clock implements Keyed {
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

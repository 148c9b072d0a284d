package io.redress.servicelevel.clock;

import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.Escalation;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.SlaClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a ticket's clocks: percentages at which somebody is warned, 100 for the breach, and 100 + level for each
 * level of escalation after it.
 */
public final class SlaThresholds {

    static final int BREACH = 100;

    private final Supplier<ServiceLevels> levels;

    public SlaThresholds(Supplier<ServiceLevels> levels) {
        this.levels = levels;
    }

    SlaClock slaClock(TicketClock clock, List<ClockPause> pauses) {
        return levels.get()
                .slaClock(
                        clock.policy(),
                        clock.priority(),
                        clock.clock(),
                        clock.started(),
                        clock.clock() == SlaClock.Clock.RESOLUTION ? pauses : List.of(),
                        levels.get().warnings());
    }

    /** The marks whose time is known, with it. */
    SortedMap<Integer, Instant> of(TicketClock clock, SlaClock slaClock) {
        SortedMap<Integer, Instant> marks = new TreeMap<>(slaClock.marks());
        Instant due = slaClock.due();
        if (due != null) {
            marks.put(BREACH, due);
            for (Escalation escalation : levels.get().escalation()) {
                marks.put(
                        BREACH + escalation.level(), levels.get().escalatesAt(clock.policy(), due, escalation.level()));
            }
        }
        return marks;
    }

    /** The first mark after the last one reached; null when none is known. */
    static Map.@Nullable Entry<Integer, Instant> next(SortedMap<Integer, Instant> marks, int reached) {
        return marks.tailMap(reached + 1).entrySet().stream().findFirst().orElse(null);
    }

    /** Who is told at a mark; null for a mark at which only the queue hears of it. */
    @Nullable
    String role(int mark) {
        return levels.get().escalation().stream()
                .filter(escalation -> BREACH + escalation.level() == mark)
                .map(Escalation::role)
                .findFirst()
                .orElse(null);
    }
}

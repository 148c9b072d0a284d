package io.redress.servicelevel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two limits of which the one that is due first counts. */
record EarliestTarget(RunningTarget first, @Nullable RunningTarget beaten) {

    /** The order of dues; while both wait, as if the pauses that last had been none. */
    static EarliestTarget of(SlaTarget policy, @Nullable SlaTarget priority, Instant start, List<ClockPause> pauses) {
        var byPolicy = new RunningTarget(policy, start, pauses);
        if (priority == null) {
            return new EarliestTarget(byPolicy, null);
        }
        var byPriority = new RunningTarget(priority, start, pauses);
        Comparator<Instant> order = Comparator.naturalOrder();
        int turn = byPolicy.due() == null && byPriority.due() == null
                ? order.compare(ended(policy, start, pauses), ended(priority, start, pauses))
                : Comparator.nullsLast(order).compare(byPolicy.due(), byPriority.due());
        return turn <= 0 ? new EarliestTarget(byPolicy, byPriority) : new EarliestTarget(byPriority, byPolicy);
    }

    private static Instant ended(SlaTarget limit, Instant start, List<ClockPause> pauses) {
        List<ClockPause> over =
                pauses.stream().filter(pause -> pause.until() != null).toList();
        Instant due = new RunningTarget(limit, start, over).due();
        return due == null ? Instant.MAX : due;
    }
}

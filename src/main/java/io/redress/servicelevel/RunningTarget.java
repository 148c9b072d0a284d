package io.redress.servicelevel;

import io.redress.servicelevel.calendar.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A limit that runs for one ticket, and stands still during its pauses. */
final class RunningTarget {

    private final SlaTarget limit;
    private final Instant start;
    private final PauseIntervals still;
    private final Duration total;
    private final @Nullable Instant due;

    RunningTarget(SlaTarget limit, Instant start, List<ClockPause> pauses) {
        this.limit = limit;
        this.start = start;
        this.still = PauseIntervals.of(start, pauses);
        Instant undisturbed = limit.after(start);
        this.total = limit.countedBetween(start, undisturbed);
        this.due = pausedUntil(undisturbed).isZero() ? undisturbed : after(total);
    }

    SlaTarget limit() {
        return limit;
    }

    /** Null while a pause that has no end yet stops it before. */
    @Nullable
    Instant due() {
        return due;
    }

    /** When so many percent of the time are used up; without those that a pause without an end keeps unknown. */
    SortedMap<Integer, Instant> marks(List<Integer> shares) {
        SortedMap<Integer, Instant> marks = new TreeMap<>();
        for (int share : shares) {
            if (share < 1 || share > 100) {
                throw new IllegalArgumentException("a share is 1 to 100 percent, not " + share);
            }
            Instant mark = share == 100 ? due : after(total.multipliedBy(share).dividedBy(100));
            if (mark != null) {
                marks.put(share, mark);
            }
        }
        return marks;
    }

    private Duration pausedUntil(Instant end) {
        Duration paused = Duration.ZERO;
        for (TimeRange range : still.ranges()) {
            TimeRange before = range.within(start, end);
            paused = before.isEmpty() ? paused : paused.plus(limit.countedBetween(before.from(), before.until()));
        }
        return paused;
    }

    /** The earliest instant at which it has run for so long; null when it never comes to that as far as is known. */
    private @Nullable Instant after(Duration need) {
        Duration left = need;
        Instant stop = still.forGood();
        Iterator<TimeRange> counted = limit.limit().countedFrom(start, limit.calendar());
        while (counted.hasNext()) {
            TimeRange range = counted.next();
            if (stop != null && !range.from().isBefore(stop)) {
                return null;
            }
            for (TimeRange running : still.cutFrom(range)) {
                Instant enough = running.from().plus(left); // the length of a span without an end is not a Duration
                if (!enough.isAfter(running.until())) {
                    return enough;
                }
                left = left.minus(running.length());
            }
        }
        return null;
    }
}

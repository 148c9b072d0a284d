package io.redress.servicelevel;

import io.redress.servicelevel.calendar.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a clock stands still: its pauses as stretches that are in order and apart from one another.
 *
 * @param ranges the last one reaches {@link Instant#MAX} while a pause lasts
 */
record PauseIntervals(List<TimeRange> ranges) {

    /** Pauses in any order; they may overlap, touch, be empty or lie before {@code start}. */
    static PauseIntervals of(Instant start, List<ClockPause> pauses) {
        List<TimeRange> ranges = new ArrayList<>();
        pauses.stream()
                .map(pause -> new TimeRange(pause.from(), end(pause)).within(start, Instant.MAX))
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(TimeRange::from))
                .forEach(range -> add(ranges, range));
        return new PauseIntervals(List.copyOf(ranges));
    }

    static Instant end(ClockPause pause) {
        Instant until = pause.until();
        return until == null ? Instant.MAX : until;
    }

    private static void add(List<TimeRange> ranges, TimeRange next) {
        TimeRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last == null || next.from().isAfter(last.until())) {
            ranges.add(next);
        } else if (next.until().isAfter(last.until())) {
            ranges.set(ranges.size() - 1, new TimeRange(last.from(), next.until()));
        }
    }

    /** From when on it stands still until further notice; null when it goes on by itself. */
    @Nullable
    Instant forGood() {
        TimeRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        return last != null && last.until().equals(Instant.MAX) ? last.from() : null;
    }

    /** What is left of a stretch without them, in order. */
    List<TimeRange> cutFrom(TimeRange range) {
        List<TimeRange> left = new ArrayList<>();
        Instant from = range.from();
        for (TimeRange still : ranges) {
            if (still.from().isAfter(from)) {
                left.add(new TimeRange(from, still.from()).within(from, range.until()));
            }
            from = still.until().isAfter(from) ? still.until() : from;
            if (!from.isBefore(range.until())) {
                return left;
            }
        }
        left.add(new TimeRange(from, range.until()));
        return left;
    }
}

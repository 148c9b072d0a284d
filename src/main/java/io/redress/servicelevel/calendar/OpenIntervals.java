package io.redress.servicelevel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;

/** The open time of a calendar from an instant on, opening by opening; endless. */
final class OpenIntervals implements Iterator<TimeRange> {

    private final BusinessCalendar calendar;
    private final Instant start;
    private LocalDate date;
    private Iterator<TimeRange> openings = Collections.emptyIterator();

    OpenIntervals(BusinessCalendar calendar, Instant start) {
        this.calendar = calendar;
        this.start = start;
        // The day before, too: where clocks go back over midnight, its hours reach into this date.
        date = start.atZone(calendar.zone()).toLocalDate().minusDays(1);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** Ends, because dates are listed one by one and weekdays come round for ever. */
    @Override
    public TimeRange next() {
        while (true) {
            while (openings.hasNext()) {
                TimeRange range = openings.next();
                if (range.until().isAfter(start)) {
                    return range.from().isBefore(start) ? new TimeRange(start, range.until()) : range;
                }
            }
            openings = calendar.openings(date).iterator();
            date = date.plusDays(1);
        }
    }
}

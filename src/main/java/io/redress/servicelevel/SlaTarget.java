package io.redress.servicelevel;

import io.redress.servicelevel.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * A limit as the configuration gives it.
 *
 * @param key where it stands in {@code service-levels.yaml}: {@code policies.return.resolution}
 */
record SlaTarget(String key, TimeLimit limit, BusinessCalendar calendar) {

    Instant after(Instant start) {
        return limit.after(start, calendar);
    }

    Duration countedBetween(Instant a, Instant b) {
        return limit.countedBetween(a, b, calendar);
    }

    boolean isByCalendar() {
        return !(limit instanceof TimeLimit.RoundTheClock);
    }
}

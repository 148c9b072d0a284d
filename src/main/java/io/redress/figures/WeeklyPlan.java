package io.redress.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a week is reported: the first such day and time after it ended.
 *
 * @param at by the shop's wall clock
 * @param to a role of {@code config/service-levels.yaml}
 */
public record WeeklyPlan(DayOfWeek day, LocalTime at, String to) {

    /** When the report of a week is due. */
    public Instant due(Week week, ZoneId zone) {
        return week.plus(1)
                .monday()
                .plusDays(day.getValue() - 1L)
                .atTime(at)
                .atZone(zone)
                .toInstant();
    }

    /** The first week whose report is due after a time. */
    Week next(Instant after, ZoneId zone) {
        Week week = Week.of(after, zone).plus(-2);
        while (!due(week, zone).isAfter(after)) {
            week = week.plus(1);
        }
        return week;
    }
}

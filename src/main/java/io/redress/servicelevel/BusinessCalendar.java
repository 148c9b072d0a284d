package io.redress.servicelevel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/**
 * When a team works.
 *
 * @param zone whose wall clock the hours are
 * @param hours opening hours; a day without is closed
 * @param holidays days that are closed although their weekday is open
 */
public record BusinessCalendar(ZoneId zone, Map<DayOfWeek, Hours> hours, Set<LocalDate> holidays) {

    /** From {@code opens} until {@code closes} of the same day. */
    public record Hours(LocalTime opens, LocalTime closes) {}

    public BusinessCalendar {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a business day never reaches any limit");
        }
        hours = Map.copyOf(hours);
        holidays = Set.copyOf(holidays);
    }

    /** True on a day with opening hours that is no holiday. */
    public boolean isBusinessDay(LocalDate day) {
        return hours.containsKey(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /**
     * The same wall-clock time so many business days later. What arrives outside the hours counts from the next opening;
     * a time at which the last day is closed already becomes its closing time.
     */
    public Instant plusBusinessDays(Instant from, int days) {
        ZonedDateTime start = nextOpen(from);
        LocalDate day = start.toLocalDate();
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(day.plusDays(1));
        }
        Hours open = hoursOf(day);
        LocalTime time = start.toLocalTime();
        LocalTime due = time.isBefore(open.opens()) ? open.opens() : time.isAfter(open.closes()) ? open.closes() : time;
        return ZonedDateTime.of(day, due, zone).toInstant();
    }

    private ZonedDateTime nextOpen(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (isBusinessDay(day)) {
            Hours open = hoursOf(day);
            if (local.toLocalTime().isBefore(open.opens())) {
                return ZonedDateTime.of(day, open.opens(), zone);
            }
            if (local.toLocalTime().isBefore(open.closes())) {
                return local;
            }
        }
        LocalDate next = nextBusinessDay(day.plusDays(1));
        return ZonedDateTime.of(next, hoursOf(next).opens(), zone);
    }

    /** Ends, because holidays are listed one by one and weekdays come round for ever. */
    private LocalDate nextBusinessDay(LocalDate from) {
        LocalDate day = from;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Hours hoursOf(LocalDate day) {
        return java.util.Objects.requireNonNull(hours.get(day.getDayOfWeek()), "a business day has hours");
    }
}

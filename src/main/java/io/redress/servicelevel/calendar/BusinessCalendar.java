package io.redress.servicelevel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a team works. Hours are those of the wall clock, open time is real time: a day on which the clocks go forward within the hours
 * is shorter, one on which they go back is longer. A wall-clock time that comes twice is the first one, one that never comes is the
 * moment of the change.
 *
 * @param name its file in {@code config/calendars}, without {@code .yaml}
 * @param zone whose wall clock the hours are
 * @param week openings by weekday, in order; a day without is closed
 * @param dates days that differ from their weekday: holidays, make-up days, special hours
 */
public record BusinessCalendar(
        String name, ZoneId zone, Map<DayOfWeek, List<OpeningHours>> week, Map<LocalDate, SpecialDate> dates) {

    public BusinessCalendar {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a business day never reaches any limit");
        }
        week = Map.copyOf(week);
        dates = Map.copyOf(dates);
    }

    /** True on a date with open time. */
    public boolean isBusinessDay(LocalDate date) {
        return !openings(date).isEmpty();
    }

    /** True on a date that is called a holiday, open or not. */
    public boolean isHoliday(LocalDate date) {
        SpecialDate rule = dates.get(date);
        return rule != null && rule.kind() == SpecialDate.Kind.HOLIDAY;
    }

    /** When it is open on a date, in order; empty on a closed day. */
    public List<TimeRange> openings(LocalDate date) {
        List<TimeRange> openings = new ArrayList<>();
        for (OpeningHours open : hours(date)) {
            Instant closing = open.untilMidnight() ? at(date.plusDays(1), LocalTime.MIDNIGHT) : at(date, open.closes());
            var range = new TimeRange(at(date, open.opens()), closing);
            if (!range.isEmpty()) {
                openings.add(range);
            }
        }
        return List.copyOf(openings);
    }

    /** True from each opening until just before its closing. */
    public boolean isOpen(Instant instant) {
        return openFrom(instant).next().from().equals(instant);
    }

    /** The instant itself when it is open, else the next opening. */
    public Instant nextOpen(Instant instant) {
        return openFrom(instant).next().from();
    }

    /** How much open time lies between two instants; zero when {@code b} is not after {@code a}. */
    public Duration openBetween(Instant a, Instant b) {
        Duration sum = Duration.ZERO;
        Iterator<TimeRange> open = openFrom(a);
        for (TimeRange range = open.next(); range.from().isBefore(b); range = open.next()) {
            sum = sum.plus(range.within(a, b).length());
        }
        return sum;
    }

    /**
     * When so much open time has passed: the earliest such instant, so a closing rather than the opening after it.
     *
     * @throws IllegalArgumentException when {@code open} is negative
     */
    public Instant plusOpen(Instant from, Duration open) {
        if (open.isNegative()) {
            throw new IllegalArgumentException("open time cannot be negative: " + open);
        }
        if (open.isZero()) {
            return from;
        }
        Iterator<TimeRange> ranges = openFrom(from);
        TimeRange range = ranges.next();
        Duration left = open;
        while (left.compareTo(range.length()) > 0) {
            left = left.minus(range.length());
            range = ranges.next();
        }
        return range.from().plus(left);
    }

    /**
     * The same wall-clock time so many business days later. What arrives outside the hours counts from the next opening;
     * a time at which the last day is closed already becomes its closing time, one at which it is not open yet, or has a break, its
     * next opening.
     */
    public Instant plusBusinessDays(Instant from, int days) {
        ZonedDateTime start = nextOpen(from).atZone(zone);
        LocalDate day = start.toLocalDate();
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(day.plusDays(1));
        }
        Instant time = at(day, start.toLocalTime());
        TimeRange last = null;
        for (TimeRange range : openings(day)) {
            if (!time.isAfter(range.until())) {
                return time.isBefore(range.from()) ? range.from() : time;
            }
            last = range;
        }
        return last == null ? time : last.until();
    }

    /** The open time from an instant on; endless. */
    public Iterator<TimeRange> openFrom(Instant instant) {
        return new OpenIntervals(this, instant);
    }

    /** Why the weekly hours do not hold on a date; null when they do. */
    public @Nullable SpecialDate rule(LocalDate date) {
        return dates.get(date);
    }

    private List<OpeningHours> hours(LocalDate date) {
        SpecialDate rule = dates.get(date);
        return rule != null ? rule.hours() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** Never goes back as the wall clock goes on, so that openings stay in order on every day. */
    private Instant at(LocalDate date, LocalTime time) {
        LocalDateTime local = LocalDateTime.of(date, time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }

    /** Ends, because dates are listed one by one and weekdays come round for ever. */
    private LocalDate nextBusinessDay(LocalDate from) {
        LocalDate day = from;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}

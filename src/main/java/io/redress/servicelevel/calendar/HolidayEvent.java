package io.redress.servicelevel.calendar;

import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RawProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIterator;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event of an iCalendar file, as days. */
record HolidayEvent(VEvent event) {

    private static final int LONGEST = 400;
    private static final int LAST_YEAR = 2100;

    /** Why an event names no days. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String remedy;

        Unreadable(String problem, String remedy) {
            super(problem);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    String summary() {
        return event.getSummary() == null
                ? ""
                : Objects.requireNonNullElse(event.getSummary().getValue(), "");
    }

    boolean isCancelled() {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    /** The value of an extension property; empty when it has none. */
    String property(String name) {
        RawProperty property = event.getExperimentalProperty(name);
        return property == null ? "" : Objects.requireNonNullElse(property.getValue(), "");
    }

    /** True when summary or categories hold one of the words. */
    boolean names(List<String> words) {
        Stream<String> categories = event.getCategories().stream().flatMap(list -> list.getValues().stream());
        String text = Stream.concat(Stream.of(summary()), categories).collect(Collectors.joining("\n"));
        return words.stream().anyMatch(text::contains);
    }

    /** Its days, of all its recurrences until 2100. */
    List<LocalDate> dates() throws Unreadable {
        LocalDate start =
                day(event.getDateStart() == null ? null : event.getDateStart().getValue(), "DTSTART");
        long days = days(start);
        if (event.getRecurrenceId() != null || !event.getRecurrenceDates().isEmpty()) {
            throw new Unreadable("RECURRENCE-ID and RDATE are not read", "write each of its days as an event");
        }
        Set<LocalDate> without = without();
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate first : starts(start)) {
            if (!without.contains(first)) {
                first.datesUntil(first.plusDays(days)).forEach(dates::add);
            }
        }
        return dates;
    }

    private long days(LocalDate start) throws Unreadable {
        long days = 1;
        if (event.getDateEnd() != null) {
            days = start.until(day(event.getDateEnd().getValue(), "DTEND"), java.time.temporal.ChronoUnit.DAYS);
            days = days == 0 ? 1 : days; // some files write the day itself, against RFC 5545
        } else if (event.getDuration() != null) {
            long millis = event.getDuration().getValue().toMillis();
            days = millis % 86_400_000 == 0 ? millis / 86_400_000 : -1;
        }
        if (days < 1 || days > LONGEST) {
            throw new Unreadable("it does not last 1 to " + LONGEST + " days", "a DTEND on the day after its last one");
        }
        return days;
    }

    private Set<LocalDate> without() throws Unreadable {
        Set<LocalDate> dates = new java.util.HashSet<>();
        for (ExceptionDates list : event.getExceptionDates()) {
            for (ICalDate date : list.getValues()) {
                dates.add(day(date, "EXDATE"));
            }
        }
        return dates;
    }

    private List<LocalDate> starts(LocalDate start) throws Unreadable {
        Recurrence rule = event.getRecurrenceRule() == null
                ? null
                : event.getRecurrenceRule().getValue();
        if (rule == null) {
            return List.of(start);
        }
        if (rule.getFrequency() != Frequency.YEARLY) {
            throw new Unreadable(
                    "RRULE recurs " + rule.getFrequency(), "FREQ=YEARLY; days of the week stand under 'hours'");
        }
        var first = new DateValueImpl(start.getYear(), start.getMonthValue(), start.getDayOfMonth());
        RecurrenceIterator dates =
                RecurrenceIteratorFactory.createRecurrenceIterator(rule, first, TimeZone.getTimeZone(ZoneOffset.UTC));
        List<LocalDate> starts = new ArrayList<>();
        while (dates.hasNext()) {
            DateValue date = dates.next();
            if (date.year() > LAST_YEAR) {
                break;
            }
            starts.add(LocalDate.of(date.year(), date.month(), date.day()));
        }
        return starts;
    }

    /** By its digits: as an instant it would depend on the zone of this machine. */
    private static LocalDate day(@Nullable ICalDate date, String property) throws Unreadable {
        DateTimeComponents written = date == null ? null : date.getRawComponents();
        if (written == null) {
            throw new Unreadable("no " + property + " that is a date", property + ";VALUE=DATE:20261001");
        }
        boolean midnight = written.getHour() == 0 && written.getMinute() == 0 && written.getSecond() == 0;
        if (written.isUtc() && written.hasTime() || !midnight) {
            throw new Unreadable(
                    property + " has a time of day",
                    "an all-day event, " + property
                            + ";VALUE=DATE:20261001; shorter hours stand under 'special-hours'");
        }
        try {
            return LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
        } catch (DateTimeException e) {
            throw new Unreadable(property + " is not a day: " + e.getMessage(), property + ";VALUE=DATE:20261001");
        }
    }
}

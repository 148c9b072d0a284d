package io.redress.servicelevel;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.redress.configfile.DurationParser;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.servicelevel.calendar.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** How long something may take. */
sealed interface TimeLimit {

    /** When a limit that starts to run at {@code from} is reached. */
    Instant after(Instant from, BusinessCalendar calendar);

    /** The time from an instant on that counts; in order, endless. */
    default Iterator<TimeRange> countedFrom(Instant from, BusinessCalendar calendar) {
        return calendar.openFrom(from);
    }

    /** How much of the time between two instants counts. */
    default Duration countedBetween(Instant a, Instant b, BusinessCalendar calendar) {
        return calendar.openBetween(a, b);
    }

    /** How long it is on its own clock. */
    Duration duration();

    /** Only times of one kind can be compared without a calendar: false for others. */
    default boolean isNotLonger(TimeLimit other) {
        return getClass() == other.getClass() && duration().compareTo(other.duration()) <= 0;
    }

    /** {@code 5 business days}. */
    String inWords();

    /** Minutes or hours, round the clock. */
    record RoundTheClock(Duration duration) implements TimeLimit {

        @Override
        public Instant after(Instant from, BusinessCalendar calendar) {
            return from.plus(duration);
        }

        @Override
        public Iterator<TimeRange> countedFrom(Instant from, BusinessCalendar calendar) {
            return List.of(new TimeRange(from, Instant.MAX)).iterator();
        }

        @Override
        public Duration countedBetween(Instant a, Instant b, BusinessCalendar calendar) {
            return a.isBefore(b) ? Duration.between(a, b) : Duration.ZERO;
        }

        @Override
        public String inWords() {
            return ExplanationTimes.of(duration) + " round the clock";
        }
    }

    /** Minutes or hours in which the calendar is open. */
    record BusinessHours(Duration duration) implements TimeLimit {

        @Override
        public Instant after(Instant from, BusinessCalendar calendar) {
            return calendar.plusOpen(from, duration);
        }

        @Override
        public String inWords() {
            return ExplanationTimes.of(duration) + " of open time";
        }
    }

    /** Days on which the calendar is open. */
    record BusinessDays(int days) implements TimeLimit {

        @Override
        public Instant after(Instant from, BusinessCalendar calendar) {
            return calendar.plusBusinessDays(from, days);
        }

        @Override
        public Duration duration() {
            return Duration.ofDays(days);
        }

        @Override
        public String inWords() {
            return days + (days == 1 ? " business day" : " business days");
        }
    }

    Pattern BUSINESS = Pattern.compile("(\\d+)\\s+business\\s+(minute|hour|day)s?");

    /**
     * Reads {@code 30min}, {@code 24h}, {@code 30 business minutes}, {@code 8 business hours} or {@code 5 business days}.
     *
     * @param judged by the schema of service levels
     */
    @JsonCreator
    static TimeLimit parse(String judged) {
        var business = BUSINESS.matcher(judged.strip());
        if (!business.matches()) {
            return new RoundTheClock(DurationParser.parse(judged, Duration.ZERO));
        }
        int amount = Integer.parseInt(business.group(1));
        return switch (business.group(2)) {
            case "minute" -> new BusinessHours(Duration.ofMinutes(amount));
            case "hour" -> new BusinessHours(Duration.ofHours(amount));
            default -> new BusinessDays(amount);
        };
    }
}

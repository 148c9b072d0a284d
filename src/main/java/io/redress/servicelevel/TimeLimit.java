package io.redress.servicelevel;

import io.redress.configfile.DurationParser;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.servicelevel.calendar.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something may take. */
sealed interface TimeLimit {

    /** The forms that {@link #parse} reads, for remedies. */
    String FORMS = "30min, 24h, 8 business hours or 5 business days";

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
        public String inWords() {
            return days + (days == 1 ? " business day" : " business days");
        }
    }

    /** Days round the clock or business days: whoever writes a limit says which, as hours or with the word. */
    Pattern PLAIN_DAYS = Pattern.compile("(?i)\\d\\s*d");

    Pattern HOURS = Pattern.compile("(\\d{1,4})\\s+business\\s+(minute|hour)s?");
    Pattern DAYS = Pattern.compile("(\\d{1,3})\\s+business\\s+days?");

    /**
     * Reads {@code 30min}, {@code 24h}, {@code 30 business minutes}, {@code 8 business hours} or {@code 5 business days}; null when it
     * is none of these or nothing long.
     */
    static @Nullable TimeLimit parse(String written) {
        TimeLimit limit = parseDelay(written);
        boolean isNothing =
                limit instanceof RoundTheClock clock && clock.duration().isZero();
        return limit == null || isNothing || written.strip().matches("0+\\D.*") ? null : limit;
    }

    /** As {@link #parse}, and {@code 0min} is one, too. */
    static @Nullable TimeLimit parseDelay(String written) {
        Duration clock = PLAIN_DAYS.matcher(written).find() ? null : DurationParser.parse(written);
        if (clock != null) {
            return new RoundTheClock(clock);
        }
        var hours = HOURS.matcher(written.strip());
        if (hours.matches()) {
            return new BusinessHours(duration(hours.group(1), hours.group(2)));
        }
        var days = DAYS.matcher(written.strip());
        return days.matches() ? new BusinessDays(Integer.parseInt(days.group(1))) : null;
    }

    private static Duration duration(String amount, String unit) {
        return unit.startsWith("h")
                ? Duration.ofHours(Long.parseLong(amount))
                : Duration.ofMinutes(Long.parseLong(amount));
    }
}

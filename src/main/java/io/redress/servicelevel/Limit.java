package io.redress.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something may take. */
sealed interface Limit {

    /** Minutes or hours, round the clock. */
    record RoundTheClock(Duration duration) implements Limit {}

    /** Days on which the calendar is open. */
    record BusinessDays(int days) implements Limit {}

    Pattern CLOCK = Pattern.compile("(\\d{1,4})\\s*(min|h)");
    Pattern DAYS = Pattern.compile("(\\d{1,3})\\s+business\\s+days?");

    /** Reads {@code 30min}, {@code 24h} or {@code 5 business days}; null when it is none of these or nothing long. */
    static @Nullable Limit parse(String written) {
        var clock = CLOCK.matcher(written.strip());
        if (clock.matches() && Integer.parseInt(clock.group(1)) > 0) {
            long amount = Long.parseLong(clock.group(1));
            return new RoundTheClock(
                    clock.group(2).equals("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount));
        }
        var days = DAYS.matcher(written.strip());
        return days.matches() && Integer.parseInt(days.group(1)) > 0
                ? new BusinessDays(Integer.parseInt(days.group(1)))
                : null;
    }

    /** When a limit that starts to run at {@code from} is reached. */
    default Instant after(Instant from, BusinessCalendar calendar) {
        return this instanceof RoundTheClock clock
                ? from.plus(clock.duration())
                : calendar.plusBusinessDays(from, ((BusinessDays) this).days());
    }
}

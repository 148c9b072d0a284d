package io.redress.servicelevel.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a day, by the wall clock.
 *
 * @param closes midnight stands for the end of the day, written {@code 24:00}
 */
record OpeningHours(LocalTime opens, LocalTime closes) {

    private static final Pattern OPENING = Pattern.compile("(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)");

    boolean untilMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    /** Reads {@code 09:00-12:00, 13:30-18:00}; null unless there is one at least, in order and none overlapping. */
    static @Nullable List<OpeningHours> parse(@Nullable String written) {
        List<OpeningHours> day = new ArrayList<>();
        for (String part : written == null ? new String[0] : written.split(",", -1)) {
            OpeningHours next = one(part.strip());
            if (next == null || !day.isEmpty() && !next.follows(day.get(day.size() - 1))) {
                return null;
            }
            day.add(next);
        }
        return day.isEmpty() ? null : List.copyOf(day);
    }

    private boolean follows(OpeningHours earlier) {
        return !earlier.untilMidnight() && !opens.isBefore(earlier.closes);
    }

    private static @Nullable OpeningHours one(String written) {
        var opening = OPENING.matcher(written);
        if (!opening.matches()) {
            return null;
        }
        try {
            LocalTime opens = LocalTime.parse(opening.group(1));
            boolean midnight = opening.group(2).equals("24:00");
            LocalTime closes = midnight ? LocalTime.MIDNIGHT : LocalTime.parse(opening.group(2));
            return midnight || opens.isBefore(closes) ? new OpeningHours(opens, closes) : null;
        } catch (DateTimeException e) {
            return null; // 25:00 looks like a time and is none
        }
    }
}

package io.redress.servicelevel.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a day, by the wall clock.
 *
 * @param closes midnight stands for the end of the day, written {@code 24:00}
 */
record OpeningHours(LocalTime opens, LocalTime closes) {

    boolean untilMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    /**
     * Reads {@code 09:00-12:00, 13:30-18:00}; null unless each closes after it opens, and opens when the one before has closed.
     *
     * @param judged by the schema of calendars
     */
    static @Nullable List<OpeningHours> parse(String judged) {
        List<OpeningHours> day = new ArrayList<>();
        for (String part : judged.split(",")) {
            OpeningHours next = one(part.strip().split("\\s*-\\s*"));
            if (next == null || !day.isEmpty() && !next.follows(day.get(day.size() - 1))) {
                return null;
            }
            day.add(next);
        }
        return List.copyOf(day);
    }

    private boolean follows(OpeningHours earlier) {
        return !earlier.untilMidnight() && !opens.isBefore(earlier.closes);
    }

    private static @Nullable OpeningHours one(String[] times) {
        LocalTime opens = LocalTime.parse(times[0]);
        boolean midnight = times[1].equals("24:00");
        LocalTime closes = midnight ? LocalTime.MIDNIGHT : LocalTime.parse(times[1]);
        return midnight || opens.isBefore(closes) ? new OpeningHours(opens, closes) : null;
    }
}

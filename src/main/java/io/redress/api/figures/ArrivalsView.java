package io.redress.api.figures;

import io.redress.figures.TimePeriod;
import io.redress.figures.detail.Arrivals;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Arrivals as the API gives them.
 *
 * @param zone the shop's, whose clock showed the hours
 */
record ArrivalsView(Instant from, Instant to, String zone, List<Day> days) {

    /**
     * A day of the week.
     *
     * @param day monday to sunday
     * @param days how many such days the period touches
     * @param hours complaints of all of them in each hour from 0 to 23
     */
    record Day(String day, int days, List<Long> hours) {}

    static ArrivalsView of(TimePeriod period, ZoneId zone, Arrivals arrivals) {
        return new ArrivalsView(
                period.from(),
                period.to(),
                zone.getId(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(
                                day.name().toLowerCase(Locale.ROOT),
                                arrivals.days(day),
                                IntStream.range(0, Arrivals.HOURS)
                                        .mapToObj(hour -> arrivals.at(day, hour))
                                        .toList()))
                        .toList());
    }
}

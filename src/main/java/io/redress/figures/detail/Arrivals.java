package io.redress.figures.detail;

import io.redress.figures.TimePeriod;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** Complaints that arrived in a period by day of the week and hour, as the shop's clock showed them. */
public final class Arrivals {

    public static final int HOURS = 24;
    private static final int DAYS = 7;

    private final long[][] counts = new long[DAYS][HOURS];
    private final int[] days = new int[DAYS];

    /** No arrival yet. */
    public Arrivals(TimePeriod period, ZoneId zone) {
        LocalDate last = period.to().minusNanos(1).atZone(zone).toLocalDate();
        for (LocalDate day = period.from().atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            days[day.getDayOfWeek().ordinal()]++;
        }
    }

    public void add(DayOfWeek day, int hour, long count) {
        counts[day.ordinal()][hour] += count;
    }

    public long at(DayOfWeek day, int hour) {
        return counts[day.ordinal()][hour];
    }

    /** How many such days the period touches. */
    public int days(DayOfWeek day) {
        return days[day.ordinal()];
    }

    public long total(DayOfWeek day) {
        return Arrays.stream(counts[day.ordinal()]).sum();
    }

    /** Arrivals on such a day, in the mean; 0 where the period has none. */
    public double mean(DayOfWeek day) {
        return days(day) == 0 ? 0 : (double) total(day) / days(day);
    }

    /** How busy an hour is beside the busiest, from 0 (nothing arrived) to 5. */
    public int shade(DayOfWeek day, int hour) {
        long most = Arrays.stream(counts).flatMapToLong(Arrays::stream).max().orElse(0);
        return most == 0 ? 0 : (int) Math.ceil(5.0 * at(day, hour) / most);
    }
}

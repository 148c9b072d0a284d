package io.redress.console.figures;

import io.redress.api.ParameterValue;
import io.redress.api.figures.FigureParameters;
import io.redress.console.ConsoleTexts;
import io.redress.figures.TimePeriod;
import io.redress.figures.Week;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The period that figures are shown of, and the one before.
 *
 * @param key what was chosen; {@link #DATES} for days of one's own
 * @param before as long, up to the hour that has come now; of a month, the month before
 */
record PeriodChoice(String key, TimePeriod now, TimePeriod before) {

    static final String DATES = "dates";

    /** What can be chosen: so many days with today as the last, or weeks and months of the calendar. */
    static final List<String> KEYS =
            List.of("7", "30", "90", "365", "this-week", "last-week", "this-month", "last-month");

    private static final String USUAL = "30";

    /**
     * Reads what was chosen; days of one's own come before a fixed period.
     *
     * @param from first day; null: no days of one's own
     * @param to last day; null: today
     */
    static PeriodChoice of(
            @Nullable String period, @Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        String known = ParameterValue.oneOf("period", period, KEYS);
        if (ParameterValue.text(from) != null || ParameterValue.text(to) != null) {
            return dates(from, to, zone, now);
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        Week week = Week.of(now, zone);
        String key = known == null ? USUAL : known;
        return switch (key) {
            case "this-week" -> running(key, week.monday(), week.plus(-1).monday(), zone, now);
            case "last-week" ->
                new PeriodChoice(key, week.plus(-1).period(zone), week.plus(-2).period(zone));
            case "this-month" -> running(key, month(today, 0), month(today, -1), zone, now);
            case "last-month" ->
                new PeriodChoice(
                        key,
                        between(month(today, -1), month(today, 0), zone),
                        between(month(today, -2), month(today, -1), zone));
            default -> {
                int days = Integer.parseInt(key);
                LocalDate first = today.minusDays(days - 1L);
                yield running(key, first, first.minusDays(days), zone, now);
            }
        };
    }

    /** A choice in words. */
    static String told(String key, ConsoleTexts texts) {
        return Character.isDigit(key.charAt(0)) ? texts.text("figures.days", key) : texts.text("figures.period." + key);
    }

    private static PeriodChoice dates(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        LocalDate last = ParameterValue.day("to", to);
        String end = last == null ? null : last.plusDays(1).toString(); // a last day means the whole of it
        TimePeriod chosen = FigureParameters.period(from, end, zone, now);
        Duration length = Duration.between(chosen.from(), chosen.to());
        return new PeriodChoice(DATES, chosen, new TimePeriod(chosen.from().minus(length), chosen.from()));
    }

    private static PeriodChoice running(String key, LocalDate first, LocalDate before, ZoneId zone, Instant now) {
        Instant start = first.atStartOfDay(zone).toInstant();
        Instant then = before.atStartOfDay(zone).toInstant();
        Duration passed =
                Duration.between(start, now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
        Instant end = then.plus(passed);
        return new PeriodChoice(
                key, new TimePeriod(start, now.plusMillis(1)), new TimePeriod(then, end.isAfter(start) ? start : end));
    }

    private static LocalDate month(LocalDate today, int later) {
        return today.withDayOfMonth(1).plusMonths(later);
    }

    private static TimePeriod between(LocalDate first, LocalDate after, ZoneId zone) {
        return new TimePeriod(
                first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
    }
}

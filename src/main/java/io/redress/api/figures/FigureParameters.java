package io.redress.api.figures;

import io.redress.api.InvalidParameterException;
import io.redress.api.ParameterValue;
import io.redress.export.TableWriter;
import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.ticket.KeyedEnum;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what figures are asked for by. */
public final class FigureParameters {

    private static final Duration LONGEST = Duration.ofDays(800);
    private static final int DATE_LENGTH = "2026-07-01".length();

    /** What a table can be answered as. */
    enum Form {
        JSON,
        CSV,
        XLSX
    }

    private FigureParameters() {}

    /** From a day or time until another: this week until now without them. */
    public static TimePeriod period(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        LocalDate monday = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant start = time("from", from, zone);
        Instant end = time("to", to, zone);
        Instant first = start == null ? monday.atStartOfDay(zone).toInstant() : start;
        Instant last = end == null ? now.plusMillis(1) : end;
        if (!first.isBefore(last) || Duration.between(first, last).compareTo(LONGEST) > 0) {
            throw new InvalidParameterException(
                    "to", "to must be after from, by at most " + LONGEST.toDays() + " days");
        }
        return new TimePeriod(first, last);
    }

    /** What is divided by; null when nothing is. */
    public static @Nullable FigureGrouping grouping(String name, @Nullable String value) {
        String known = ParameterValue.oneOf(name, value, KeyedEnum.keys(FigureGrouping.class));
        return known == null ? null : KeyedEnum.known(FigureGrouping.class, known);
    }

    /** The figure that is asked for; complaints received without one. */
    public static Figure figure(@Nullable String value) {
        String known = ParameterValue.oneOf("figure", value, KeyedEnum.keys(Figure.class));
        return known == null ? Figure.RECEIVED : KeyedEnum.known(Figure.class, known);
    }

    /** @param accept the header; null when there is none */
    static Form form(@Nullable String format, @Nullable String accept) {
        String known = ParameterValue.oneOf("format", format, List.of("json", "csv", "xlsx"));
        if (known != null) {
            return known.equals("json") ? Form.JSON : known.equals("csv") ? Form.CSV : Form.XLSX;
        }
        String wished = Objects.requireNonNullElse(accept, "");
        return wished.contains(TableWriter.CSV) ? Form.CSV : wished.contains("spreadsheetml") ? Form.XLSX : Form.JSON;
    }

    private static @Nullable Instant time(String name, @Nullable String value, ZoneId zone) {
        String text = ParameterValue.text(value);
        if (text == null || text.length() != DATE_LENGTH) {
            return ParameterValue.instant(name, text);
        }
        return Objects.requireNonNull(ParameterValue.day(name, text))
                .atStartOfDay(zone)
                .toInstant();
    }
}

package io.redress.api.figures;

import io.redress.api.InvalidParameterException;
import io.redress.api.ParameterValue;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.ticket.KeyedEnum;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which figures are asked for, as the parameters come. */
record FiguresFilter(
        @Parameter(
                description = "Counted at or after this day of the shop's zone, or time (ISO 8601 with offset);"
                        + " the Monday of this week if none is given",
                example = "2026-07-01")
        @Nullable
        String from,

        @Parameter(
                description = "Counted before this day or time; now if none is given. At most 800 days after 'from'",
                example = "2026-08-01")
        @Nullable
        String to,

        @Parameter(
                description = "What the figures are divided by; only the total if none is given",
                schema = @Schema(allowableValues = {"category", "channel", "product", "store", "week"}))
        @Nullable
        String by,

        @Parameter(
                description = "csv for a table, as with Accept: text/csv",
                schema =
                        @Schema(
                                allowableValues = {"json", "csv"},
                                defaultValue = "json"))
        @Nullable
        String format) {

    private static final Duration LONGEST = Duration.ofDays(800);
    private static final int DATE_LENGTH = "2026-07-01".length();

    TimePeriod period(ZoneId zone, Instant now) {
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

    @Nullable
    FigureGrouping grouping() {
        String known = ParameterValue.oneOf("by", ParameterValue.text(by), KeyedEnum.keys(FigureGrouping.class));
        return known == null ? null : KeyedEnum.known(FigureGrouping.class, known);
    }

    boolean csv(@Nullable String accept) {
        String known = ParameterValue.oneOf("format", format, List.of("json", "csv"));
        return known == null ? accept != null && accept.contains(FiguresCsv.TYPE) : known.equals("csv");
    }

    private static @Nullable Instant time(String name, @Nullable String value, ZoneId zone) {
        String text = ParameterValue.text(value);
        if (text == null || text.length() != DATE_LENGTH) {
            return ParameterValue.instant(name, text);
        }
        try {
            return LocalDate.parse(Objects.requireNonNull(text))
                    .atStartOfDay(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new InvalidParameterException(name, name + " must be a day such as 2026-07-01");
        }
    }
}

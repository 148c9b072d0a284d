package io.redress.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** An ISO 8601 week, Monday to Sunday. */
public record Week(LocalDate monday) {

    /** The week of an instant by the wall clock of a zone. */
    public static Week of(Instant time, ZoneId zone) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return new Week(day.minusDays(day.getDayOfWeek().getValue() - 1L));
    }

    /** The week that ISO 8601 writes so; empty when it is not one: {@code 2026-W60}. */
    public static Optional<Week> parse(String key) {
        try {
            return Optional.of(new Week(LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public Week plus(int weeks) {
        return new Week(monday.plusWeeks(weeks));
    }

    public TimePeriod period(ZoneId zone) {
        return new TimePeriod(
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(1).atStartOfDay(zone).toInstant());
    }

    /** As ISO 8601 writes it: {@code 2026-W48}. */
    public String key() {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

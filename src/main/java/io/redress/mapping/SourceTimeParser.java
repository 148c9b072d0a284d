package io.redress.mapping;

import io.redress.ticket.YearRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as a mapping says that they are written. Nothing is guessed: no pattern is tried that the mapping does not
 * name, and no zone is assumed.
 *
 * @param patterns DateTimeFormatter patterns, {@code iso}, {@code excel}, {@code epoch-s} or {@code epoch-ms}
 * @param zone of what has no offset; null where everything has one
 */
record SourceTimeParser(
        List<String> patterns,
        List<DateTimeFormatter> formats,
        @Nullable ZoneId zone) {

    static final String EPOCH_SECONDS = "epoch-s";
    static final String EPOCH_MILLIS = "epoch-ms";
    static final String ISO = "iso";
    /** Days since the end of 1899, as a spreadsheet program shows a time whose cell lost its format: 42059.48. */
    static final String EXCEL = "excel";

    private static final LocalDateTime EXCEL_START = LocalDateTime.of(1899, 12, 30, 0, 0);
    /** From 1950 to 2099: no year, count or short number is taken for a day. */
    private static final Pattern EXCEL_DAYS = Pattern.compile("([1-7]\\d{4})([.,](\\d{1,15}))?");

    private static final int FIRST_DAY = 18_264;
    private static final int LAST_DAY = 73_050;
    private static final ZonedDateTime SAMPLE = ZonedDateTime.parse("2031-11-29T22:47:58+08:00[Asia/Shanghai]");

    static SourceTimeParser of(List<String> patterns, @Nullable ZoneId zone) {
        return new SourceTimeParser(
                patterns,
                patterns.stream()
                        .filter(pattern -> !isNumber(pattern))
                        .map(SourceTimeParser::formatter)
                        .toList(),
                zone);
    }

    SourceTimeParser in(ZoneId other) {
        return new SourceTimeParser(patterns, formats, other);
    }

    /**
     * The instant; a date alone is its first moment; {@code 0} in epoch time means never. Empty when no pattern fits or the
     * year is none of {@link YearRange}.
     */
    Optional<Instant> instant(String written) {
        OptionalLong millis = epochMillis(written);
        Optional<Instant> instant = millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : parsed(written).flatMap(this::instant);
        return instant.filter(at -> YearRange.take(YearRange.of(at)));
    }

    /** The date that stands there; in epoch time the one in the zone, or in UTC without one. */
    Optional<LocalDate> date(String written) {
        OptionalLong millis = epochMillis(written);
        Optional<LocalDate> date = millis.isPresent()
                ? Optional.of(LocalDate.ofInstant(
                        Instant.ofEpochMilli(millis.getAsLong()), zone == null ? ZoneOffset.UTC : zone))
                : parsed(written).map(LocalDate::from);
        return date.filter(day -> YearRange.take(day.getYear()));
    }

    /** Whether a pattern is one of those that stand for a number. */
    static boolean isNumber(String pattern) {
        return isEpoch(pattern) || pattern.equals(EXCEL);
    }

    static boolean isEpoch(String pattern) {
        return pattern.equals(EPOCH_SECONDS) || pattern.equals(EPOCH_MILLIS);
    }

    /** Whether a pattern's times say where on earth they are. */
    static boolean carriesOffset(String pattern) {
        if (isNumber(pattern)) {
            return isEpoch(pattern);
        }
        return formatter(pattern).parse(formatter(pattern).format(SAMPLE)).isSupported(ChronoField.INSTANT_SECONDS);
    }

    /** Whether a pattern reads back the date that it writes; {@code YYYY-MM-DD} and {@code HH:mm} do not. */
    static boolean isUsable(String pattern) {
        try {
            return isNumber(pattern)
                    || LocalDate.from(
                                    formatter(pattern).parse(formatter(pattern).format(SAMPLE)))
                            .equals(SAMPLE.toLocalDate());
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private OptionalLong epochMillis(String written) {
        String unit =
                patterns.stream().filter(SourceTimeParser::isEpoch).findFirst().orElse("");
        boolean number = !unit.isEmpty()
                && written.length() <= 15
                && written.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number
                ? OptionalLong.of(Long.parseLong(written) * (unit.equals(EPOCH_SECONDS) ? 1000 : 1))
                : OptionalLong.empty();
    }

    private Optional<TemporalAccessor> parsed(String written) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(format.parse(written));
            } catch (DateTimeException e) {
                continue; // the next pattern may fit
            }
        }
        return patterns.contains(EXCEL) ? excel(written) : Optional.empty();
    }

    /** To the nearest second: the fraction of a day that a program writes is a little off. */
    private static Optional<TemporalAccessor> excel(String written) {
        Matcher number = EXCEL_DAYS.matcher(written);
        if (!number.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(number.group(1));
        String fraction = number.group(3) == null ? "0" : number.group(3);
        long seconds = Math.round(Double.parseDouble("0." + fraction) * 86_400);
        return day < FIRST_DAY || day > LAST_DAY
                ? Optional.empty()
                : Optional.of(EXCEL_START.plusDays(day).plusSeconds(seconds));
    }

    private Optional<Instant> instant(TemporalAccessor time) {
        if (time.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Optional.of(Instant.from(time));
        }
        return Optional.ofNullable(zone)
                .map(where -> time.isSupported(ChronoField.HOUR_OF_DAY)
                        ? LocalDateTime.from(time).atZone(where).toInstant()
                        : LocalDate.from(time).atStartOfDay(where).toInstant());
    }

    private static DateTimeFormatter formatter(String pattern) {
        return pattern.equals(ISO)
                ? DateTimeFormatter.ISO_DATE_TIME
                : new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .parseDefaulting(ChronoField.ERA, 1)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT);
    }
}

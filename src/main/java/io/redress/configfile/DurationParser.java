package io.redress.configfile;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lengths of time, wherever people write them: in settings, in the files of {@code config/}, as parameters of routes. They
 * are {@code 500ms}, {@code 90s}, {@code 30m} or {@code 30min}, {@code 24h}, {@code 7d} or {@code 7 days}, several of these
 * one after the other, or ISO 8601 ({@code PT1H30M}).
 */
public final class DurationParser {

    /** For remedies. */
    public static final String FORMS = "90s, 30min, 24h or 7 days";

    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(ns|us|ms|s|min|m|h|days|day|d)\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private DurationParser() {}

    /** Null when it is none, or shorter than nothing. */
    public static @Nullable Duration parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("p")) {
            try {
                Duration time = Duration.parse(text);
                return time.isNegative() ? null : time;
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        var part = PART.matcher(text);
        Duration sum = null;
        int end = 0;
        while (part.lookingAt()) {
            sum = (sum == null ? Duration.ZERO : sum).plus(Long.parseLong(part.group(1)), unit(part.group(2)));
            end = part.end();
            part.region(end, text.length());
        }
        return end == text.length() ? sum : null;
    }

    /**
     * Reads what a file's schema has judged.
     *
     * @param otherwise for a key that is left out
     */
    public static Duration parse(@Nullable String judged, Duration otherwise) {
        return judged == null ? otherwise : Objects.requireNonNull(parse(judged), judged);
    }

    /** As {@link #parse(String)}; a number alone is milliseconds, as Spring and Camel read it. */
    public static @Nullable Duration parseSetting(String written) {
        String text = written.strip();
        return NUMBER.matcher(text).matches() ? Duration.ofMillis(Long.parseLong(text)) : parse(text);
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "ns" -> ChronoUnit.NANOS;
            case "us" -> ChronoUnit.MICROS;
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m", "min" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}

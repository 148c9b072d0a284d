package io.redress.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or an HTTP date (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private RetryAfter() {}

    /**
     * The pause that it asks for from now on.
     *
     * @param written as it came; null when it did not
     * @return null when it asks for none: also for a date that has passed, whose sender's clock may be behind, and for what
     *     is neither
     */
    public static @Nullable Duration pause(@Nullable String written, Instant now) {
        if (written == null) {
            return null;
        }
        String text = written.strip();
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration pause =
                    Duration.between(now, ZonedDateTime.parse(text, DATE).toInstant());
            return pause.isNegative() ? null : pause;
        } catch (DateTimeException neither) {
            return null;
        }
    }
}

package io.redress.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as explanations write them. */
final class ExplanationTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

    private ExplanationTimes() {}

    /** {@code 2 h 30 min}; seconds only when there are any. */
    static String of(Duration duration) {
        String words = (duration.toHours() > 0 ? duration.toHours() + " h " : "")
                + (duration.toMinutesPart() > 0 ? duration.toMinutesPart() + " min " : "")
                + (duration.toSecondsPart() > 0 ? duration.toSecondsPart() + " s" : "");
        return words.isEmpty() ? "0 min" : words.strip();
    }

    /** {@code Tue 2026-03-10 15:00}. */
    static String of(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** {@code Tue 2026-03-10}. */
    static String of(LocalDate date) {
        return DATE.format(date);
    }
}

package io.redress.configfile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A length of time as rules write it: {@code 30s}, {@code 30min}, {@code 24h}, {@code 7 days}. */
public final class TimeSpan {

    private TimeSpan() {}

    /**
     * Reads what the file's schema has judged.
     *
     * @param otherwise for a key that is left out
     */
    public static Duration of(@Nullable String written, Duration otherwise) {
        if (written == null) {
            return otherwise;
        }
        String text = written.strip();
        int unit = 0;
        while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        long amount = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit).strip()) {
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}

package io.redress.api;

import io.redress.ticket.TicketNumber;
import io.redress.ticket.YearRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the values of request parameters; a value that cannot be read is answered with what it must look like. */
public final class ParameterValue {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 500;
    private static final int DATE_LENGTH = "2026-07-01".length();

    private ParameterValue() {}

    public static int size(@Nullable String value) {
        if (absent(value)) {
            return DEFAULT_SIZE;
        }
        try {
            int size = Integer.parseInt(value);
            if (size >= 1 && size <= MAX_SIZE) {
                return size;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        throw new InvalidParameterException("size", "size must be a whole number from 1 to " + MAX_SIZE);
    }

    public static @Nullable String text(@Nullable String value) {
        return absent(value) ? null : Objects.requireNonNull(value).strip();
    }

    /** A day of the years 0 to 9999; null when it is absent. */
    public static @Nullable LocalDate day(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException toldBelow) {
            // as for what is too long or too short
        }
        throw new InvalidParameterException(name, name + " must be a day such as 2026-07-01");
    }

    /** An instant, or a day that stands for its start in UTC. */
    public static @Nullable Instant instant(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        try {
            String text = Objects.requireNonNull(value).strip();
            OffsetDateTime time = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', '+')); // '+' means a space in a URL
            YearRange.check(time.getYear());
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new InvalidParameterException(
                    name, name + " must be a day such as 2026-07-01 or a time such as 2026-07-01T08:00:00Z");
        }
    }

    public static @Nullable Boolean flag(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        return switch (Objects.requireNonNull(value).strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidParameterException(name, name + " must be true or false");
        };
    }

    public static @Nullable String oneOf(String name, @Nullable String value, Collection<String> allowed) {
        String text = text(value);
        if (text != null && !allowed.contains(text)) {
            throw new InvalidParameterException(name, name + " must be one of " + String.join(", ", allowed));
        }
        return text;
    }

    /** The ticket number in a path, in its canonical spelling. */
    public static String ticketNumber(String value) {
        return TicketNumber.namedIn(value).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException("number", "number must look like R-260701-7K9Q2M"));
    }

    public static UUID uuid(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    name, name + " must be an item's id, such as 0197c1d2-7a10-7c3e-9d3f-2b1c4d5e6f70");
        }
    }

    private static boolean absent(@Nullable String value) {
        return value == null || value.isBlank();
    }
}

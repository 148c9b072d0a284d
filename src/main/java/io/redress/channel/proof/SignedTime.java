package io.redress.channel.proof;

import io.redress.ticket.KeyedEnum;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a call was signed, by its sender's clock.
 *
 * @param from where the call says so
 * @param window how far it may be from the hub's clock; null: as far as the channel allows
 */
record SignedTime(RequestField from, Unit unit, @Nullable Duration window) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    enum Unit implements KeyedEnum {
        /** Seconds since 1970. */
        S,
        /** Milliseconds since 1970. */
        MS,
        /** As in 2026-11-28T10:00:00Z (ISO 8601, with offset). */
        ISO
    }

    /** Why a call is too old, too far ahead, or has no time; empty when its time is right. */
    Optional<String> refusal(WebhookRequest call, Duration tolerance, Clock clock) {
        Duration most = window == null || tolerance.equals(VerificationRule.ANY_TIME) ? tolerance : window;
        List<String> written = from.in(call);
        Optional<Instant> at = written.size() == 1 ? read(written.get(0)) : Optional.empty();
        if (at.isEmpty()) {
            return Optional.of(from + " must be the time of the call, once, "
                    + switch (unit) {
                        case S -> "in seconds since 1970";
                        case MS -> "in milliseconds since 1970";
                        case ISO -> "like 2026-11-28T10:00:00Z";
                    });
        }
        return Duration.between(at.get(), clock.instant()).abs().compareTo(most) > 0
                ? Optional.of(from + " is more than " + most.toSeconds()
                        + " s from the time here: sign each attempt anew, and set the sender's clock")
                : Optional.empty();
    }

    /** A time as the sender writes it. */
    String write(Instant time) {
        return switch (unit) {
            case S -> String.valueOf(time.getEpochSecond());
            case MS -> String.valueOf(time.toEpochMilli());
            case ISO -> time.truncatedTo(ChronoUnit.SECONDS).toString();
        };
    }

    private Optional<Instant> read(String written) {
        try {
            if (unit == Unit.ISO) {
                return Optional.of(OffsetDateTime.parse(written).toInstant());
            }
            if (!DIGITS.matcher(written).matches()) {
                return Optional.empty();
            }
            long number = Long.parseLong(written);
            return Optional.of(unit == Unit.S ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

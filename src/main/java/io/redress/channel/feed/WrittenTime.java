package io.redress.channel.feed;

import io.redress.ticket.KeyedEnum;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a feed writes times. */
enum WrittenTime implements KeyedEnum {
    /** ISO 8601 with an offset. */
    ISO {
        @Override
        String write(Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        @Override
        Instant parse(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }
    },
    /** Seconds since 1970. */
    S {
        @Override
        String write(Instant time) {
            return String.valueOf(time.getEpochSecond());
        }

        @Override
        Instant parse(String text) {
            return Instant.ofEpochSecond(number(text));
        }
    },
    /** Milliseconds since 1970. */
    MS {
        @Override
        String write(Instant time) {
            return String.valueOf(time.toEpochMilli());
        }

        @Override
        Instant parse(String text) {
            return Instant.ofEpochMilli(number(text));
        }
    },
    /** A day in UTC. */
    DATE {
        @Override
        String write(Instant time) {
            return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }

        @Override
        Instant parse(String text) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]+)?");

    abstract String write(Instant time);

    /** @throws DateTimeException when it is no such time */
    abstract Instant parse(String text);

    /** Empty when it is no such time. */
    Optional<Instant> read(String text) {
        try {
            return Optional.of(parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new DateTimeException("not a number");
        }
        int point = text.indexOf('.');
        return Long.parseLong(point < 0 ? text : text.substring(0, point));
    }
}

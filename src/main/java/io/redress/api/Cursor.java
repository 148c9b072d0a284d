package io.redress.api;

import io.redress.ledger.ListPosition;
import io.redress.ticket.YearRange;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A position as callers carry it: opaque, and safe in a URL. */
public final class Cursor {

    private static final String SEPARATOR = "|";

    private Cursor() {}

    static String of(ListPosition position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position.at() + SEPARATOR + position.key()).getBytes(StandardCharsets.UTF_8));
    }

    static ListPosition read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int separator = text.indexOf(SEPARATOR);
            Instant at = Instant.parse(text.substring(0, separator));
            YearRange.check(YearRange.of(at));
            return new ListPosition(at, text.substring(separator + 1));
        } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
            throw new InvalidParameterException("cursor", "cursor must be the 'next' of an earlier answer, unchanged");
        }
    }
}

package io.redress.ticket;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;

/** The years of times that the hub takes: 1 to 9999. No store and no calendar of ours has others. */
public final class YearRange {

    private static final ValueRange TAKEN = ValueRange.of(1, 9999);

    private YearRange() {}

    public static boolean take(int year) {
        return TAKEN.isValidValue(year);
    }

    /** @throws DateTimeException when it is none of them */
    public static void check(int year) {
        TAKEN.checkValidValue(year, ChronoField.YEAR);
    }

    /** The year of a time in UTC. */
    public static int of(Instant time) {
        return time.atOffset(ZoneOffset.UTC).getYear();
    }
}

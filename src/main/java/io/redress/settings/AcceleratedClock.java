package io.redress.settings;

import io.redress.database.DataFolder;
import io.redress.due.UtcClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A clock that runs faster than time, to try a configuration out: from {@code start} on, {@code speed} seconds pass in one.
 */
public final class AcceleratedClock extends UtcClock {

    private final Clock real;
    private final Instant start;
    private final int speed;

    AcceleratedClock(Clock real, Instant start, int speed) {
        this.real = real;
        this.start = start;
        this.speed = speed;
    }

    /**
     * The hub's clock; the moment from which it runs ahead is kept in the data folder, so that time does not jump back at a
     * restart. Milliseconds are what the database keeps too, so that a ticket read back is the ticket that was written.
     */
    public static Clock in(DataFolder folder, int speed) {
        Clock real = Clock.tickMillis(ZoneOffset.UTC);
        return speed == 1 ? real : new AcceleratedClock(real, start(folder.resolve("clock-start"), real), speed);
    }

    private static Instant start(Path file, Clock real) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, real.instant().toString());
            }
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the start of the clock in " + file, e);
        }
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, real.instant()).multipliedBy(speed));
    }
}

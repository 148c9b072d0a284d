package io.redress.settings;

import io.redress.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's clock, prefix {@code redress.clock}.
 *
 * @param speed 1 in earnest. More lets that many seconds pass in one, so that days of the loop can be tried in minutes; the
 *     moment from which it runs ahead is kept in the data folder, so that time does not jump back at a restart
 */
@ConfigurationProperties("redress.clock")
public record ClockSettings(@DefaultValue("1") int speed) {

    public ClockSettings {
        if (speed < 1 || speed > 100_000) {
            throw new IllegalArgumentException("redress.clock.speed is " + speed + ", not from 1 to 100000");
        }
    }

    /** Milliseconds are what the database keeps too, so that a ticket read back is the ticket that was written. */
    public Clock clock(DataFolder folder) {
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
}

package io.redress.chaos;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hub's fast clock, from outside: its file says from when on it runs ahead, and is read at the hub's start. In
 * milliseconds, as the hub's own.
 */
final class HubClock {

    private final Path file;
    private Instant start;
    private int speed;

    HubClock(Path dataFolder, int speed) throws IOException {
        this.file = dataFolder.resolve("clock-start");
        this.speed = speed;
        this.start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        write();
    }

    synchronized Instant now() {
        return start.plus(Duration.between(start, Instant.now()).multipliedBy(speed));
    }

    synchronized int speed() {
        return speed;
    }

    /** From the hub's next start on the time is so much later, or earlier, and passes at that speed. */
    synchronized void shift(Duration by, int newSpeed) throws IOException {
        Instant now = Instant.now();
        Duration ahead = Duration.between(now, now().plus(by));
        speed = newSpeed;
        start = now.minus(ahead.dividedBy(newSpeed - 1L)).truncatedTo(ChronoUnit.MILLIS);
        write();
    }

    private void write() throws IOException {
        Files.writeString(file, start.toString(), CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
    }
}

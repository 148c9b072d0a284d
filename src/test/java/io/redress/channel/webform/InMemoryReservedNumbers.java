package io.redress.channel.webform;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Promises as long as a test lasts. */
public final class InMemoryReservedNumbers implements ReservedNumbers {

    private record Row(String contentSha256, String number, Instant at) {}

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryReservedNumbers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reservation claim(String channel, String key, String contentSha256, String candidate) {
        var row = rows.computeIfAbsent(channel + "|" + key, any -> new Row(contentSha256, candidate, clock.instant()));
        return row.contentSha256().equals(contentSha256) ? new Reserved(row.number()) : new Conflict();
    }

    @Override
    public Optional<String> promised(String channel, String key, Instant since) {
        return Optional.ofNullable(rows.get(channel + "|" + key))
                .filter(row -> !row.at().isBefore(since))
                .map(Row::number);
    }
}

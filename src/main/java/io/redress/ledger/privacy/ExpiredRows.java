package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that nothing reads any more after a fixed time, whatever {@code config/retention.yaml} keeps; they name nobody. */
final class ExpiredRows {

    private static final List<Expiry> ALL = List.of(
            // no platform has a longer window
            new Expiry("chat_contact", "contact", "heard_at < ?", Duration.ofDays(30)),
            // the beginning of a fault that its end overtook is there within a day, or never
            new Expiry("device_fault", "id", "ticket_number is null and changed_at < ?", Duration.ofDays(1)),
            // the longest time in which a fault is still the same one
            new Expiry("device_fault", "id", "state = 'cleared' and changed_at < ?", Duration.ofDays(90)));

    private final JdbcClient jdbc;

    private record Expiry(String table, String key, String condition, Duration kept) {}

    ExpiredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Removes some.
     *
     * @param most of each kind
     * @return how many it removed; 0 when none is left
     */
    int remove(Instant now, int most) {
        return ALL.stream()
                .mapToInt(expiry -> jdbc.sql("delete from %1$s where %2$s in (select %2$s from %1$s where %3$s limit ?)"
                                .formatted(expiry.table(), expiry.key(), expiry.condition()))
                        .params(utc(now.minus(expiry.kept())), most)
                        .update())
                .sum();
    }
}

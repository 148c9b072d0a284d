package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.webform.ReservedNumbers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code promise}. One insert decides which of several equal forms at once is the first. */
public final class SqlReservedNumbers implements ReservedNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SqlReservedNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Reservation claim(String channel, String key, String contentSha256, String candidate) {
        int first = jdbc.sql("""
                        insert into promise (channel, key, body_sha256, number, promised_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(channel, key, contentSha256, candidate, utc(clock.instant()))
                .update();
        if (first == 1) {
            return new Reserved(candidate);
        }
        return jdbc.sql("select number, body_sha256 from promise where channel = ? and key = ?")
                .params(channel, key)
                .query((row, n) -> row.getString("body_sha256").equals(contentSha256)
                        ? new Reserved(row.getString("number"))
                        : new Conflict())
                .single();
    }

    @Override
    public Optional<String> promised(String channel, String key, Instant since) {
        return jdbc.sql("select number from promise where channel = ? and key = ? and promised_at >= ?")
                .params(channel, key, utc(since))
                .query(String.class)
                .optional();
    }
}

package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.array;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.webform.ReservedNumbers;
import io.redress.ledger.RequestBatcher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code promise}. One insert decides which of several equal forms is the first, for all forms that come at once.
 */
public final class SqlReservedNumbers implements ReservedNumbers {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RequestBatcher<Claim, Boolean> claims = new RequestBatcher<>(this::inserted, AT_ONCE);

    public SqlReservedNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Claim(String channel, String key, String contentSha256, String candidate) {}

    @Override
    public Reservation claim(String channel, String key, String contentSha256, String candidate) {
        if (claims.answer(new Claim(channel, key, contentSha256, candidate))) {
            return new Reserved(candidate);
        }
        return jdbc.sql("select number, body_sha256 from promise where channel = ? and key = ?")
                .params(channel, key)
                .query((row, n) -> row.getString("body_sha256").equals(contentSha256)
                        ? new Reserved(row.getString("number"))
                        : new Conflict())
                .single();
    }

    /**
     * Whether each is the first of its key. Keys are inserted in one order by everybody, so that no two nodes wait for each
     * other.
     */
    private List<Boolean> inserted(List<Claim> claims) {
        Set<String> numbers = Set.copyOf(jdbc.sql("""
                        insert into promise (channel, key, body_sha256, number, promised_at)
                        select channel, key, body_sha256, number, ?
                        from unnest(?, ?, ?, ?) with ordinality as claimed (channel, key, body_sha256, number, place)
                        order by channel, key, place
                        on conflict do nothing returning number
                        """)
                .param(utc(clock.instant()))
                .param(array(claims, Claim::channel))
                .param(array(claims, Claim::key))
                .param(array(claims, Claim::contentSha256))
                .param(array(claims, Claim::candidate))
                .query(String.class)
                .list());
        return claims.stream().map(claim -> numbers.contains(claim.candidate())).toList();
    }

    @Override
    public Optional<String> promised(String channel, String key, Instant since) {
        return jdbc.sql("select number from promise where channel = ? and key = ? and promised_at >= ?")
                .params(channel, key, utc(since))
                .query(String.class)
                .optional();
    }
}

package io.redress.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work that is due at a time, as rows: planned in the transaction that causes it, claimed by one node at a time, tried
 * again with growing pauses until it is done or given up. A claim is a lease: work whose node died is claimed again.
 */
public final class DueWork {

    /** Tell the customer the ticket's number. */
    public static final String ACKNOWLEDGEMENT = "acknowledgement";

    static final Duration LEASE = Duration.ofMinutes(2);
    static final int ATTEMPTS = 15;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    public DueWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One piece of claimed work.
     *
     * @param id stable over all attempts; what is sent to the outside carries it
     * @param attempt 1 at the first try
     */
    public record Claim(String id, String kind, String ticketNumber, int attempt) {}

    /** Plans work for now, once for each kind and item. */
    void plan(String kind, String ticketNumber, String itemId) {
        UUID id = UUID.nameUUIDFromBytes((kind + ' ' + itemId).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                insert into due_work (id, kind, ticket_number, due_at, updated_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(id, kind, ticketNumber, now(), now()).update();
    }

    /** Claims up to {@code limit} pieces of work that are due, oldest first. */
    public List<Claim> claim(String kind, int limit) {
        return jdbc.sql("""
                        update due_work set due_at = ?, attempts = attempts + 1, updated_at = ?
                        where id in (select id from due_work where kind = ? and state = 'due' and due_at <= ?
                                     order by due_at limit ? for update skip locked)
                        returning id, kind, ticket_number, attempts
                        """)
                .params(utc(clock.instant().plus(LEASE)), now(), kind, now(), limit)
                .query((row, n) -> new Claim(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("ticket_number"),
                        row.getInt("attempts")))
                .list();
    }

    /** Ends work that was done, and remembers for whom. */
    public void done(Claim claim, String recipient) {
        end(claim, "done", null);
        jdbc.sql("update due_work set recipient = ? where id = ?")
                .params(anonymous(recipient), UUID.fromString(claim.id()))
                .update();
    }

    /** How much work of a kind was done for a recipient since then. */
    public int countDone(String kind, String recipient, Instant since) {
        return jdbc.sql("""
                        select count(*) from due_work
                        where recipient = ? and kind = ? and state = 'done' and updated_at >= ?
                        """)
                .params(anonymous(recipient), kind, utc(since))
                .query(Integer.class)
                .single();
    }

    /** Ends work that is not to be done after all, and keeps the reason. */
    public void skip(Claim claim, String reason) {
        end(claim, "skipped", reason);
    }

    /** Puts work that failed off, twice as long each time, or gives it up after the last attempt. */
    public void failed(Claim claim, String error) {
        if (claim.attempt() >= ATTEMPTS) {
            end(claim, "failed", error);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.attempt() - 1, 20));
        Instant again = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        jdbc.sql("update due_work set due_at = ?, note = ?, updated_at = ? where id = ? and state = 'due'")
                .params(utc(again), ItemRows.storable(error), now(), UUID.fromString(claim.id()))
                .update();
    }

    private void end(Claim claim, String state, @Nullable String note) {
        jdbc.sql("update due_work set state = ?, note = ?, updated_at = ? where id = ?")
                .param(state)
                .param(note == null ? null : ItemRows.storable(note))
                .param(now())
                .param(UUID.fromString(claim.id()))
                .update();
    }

    private static String anonymous(String recipient) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

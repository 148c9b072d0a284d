package io.redress.ledger.failure;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.ledger.ListPosition;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlConditions;
import io.redress.privacy.Masking;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was removed from queues of failures for good: by whom, and why. What was in it is gone. */
public final class DiscardedDeadLetters {

    private static final RowMapper<Entry> ENTRIES = RecordRows.of(Entry.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    public DiscardedDeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A message that is to go.
     *
     * @param id its name on that queue
     * @param reason what was wrong with it
     * @param by name of an API key
     * @param why the operator's words
     */
    public record Letter(
            String queue,
            String id,
            Instant failedAt,
            @Nullable String reason,
            @Nullable String item,
            @Nullable String ticket,
            String by,
            String why) {}

    /**
     * The record of it.
     *
     * @param at when it was discarded
     */
    public record Entry(
            String id,
            Instant failedAt,
            @Nullable String reason,
            @Nullable UUID item,
            @Nullable String ticket,
            Instant at,
            String by,
            String why) {}

    /** Once for each message: a discard that a crash broke off is repeated. */
    public void add(Letter letter) {
        jdbc.sql("""
                        insert into discarded_letter
                          (queue, id, failed_at, reason, item_id, ticket_number, discarded_at, discarded_by, why)
                        values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        letter.queue(),
                        PostgresValues.text(letter.id()),
                        utc(letter.failedAt()),
                        PostgresValues.textOrNull(Masking.all().maskOrNull(letter.reason())),
                        letter.item(),
                        letter.ticket(),
                        utc(clock.instant()),
                        letter.by(),
                        letter.why())
                .update();
    }

    /** Up to {@code size} records older than {@code after}, the newest first. */
    public List<Entry> find(String queue, @Nullable ListPosition after, int size) {
        var conditions =
                new SqlConditions().and("queue = :queue", "queue", queue).after(after, "discarded_at", "id");
        return jdbc.sql("""
                        select id, failed_at, reason, item_id as item, ticket_number as ticket, discarded_at as at,
                               discarded_by as by, why
                        from discarded_letter %s
                        order by discarded_at desc, id desc limit :size
                        """.formatted(conditions.where()))
                .params(conditions.parameters())
                .param("size", size)
                .query(ENTRIES)
                .list();
    }
}

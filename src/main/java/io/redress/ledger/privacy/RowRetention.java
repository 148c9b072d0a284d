package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.due.DueState;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that age.
 *
 * @param rows table and condition of what is older than {@code :than}
 * @param key what names a row
 * @param time of a row
 * @param statements each ends where the keys of the rows are to follow
 */
record RowRetention(JdbcClient jdbc, RetentionKind kind, String rows, String key, String time, List<String> statements)
        implements RetentionTask {

    static final String NOT_HELD =
            " and not exists (select 1 from legal_hold h where h.ticket_number = %s.ticket_number)";

    /** All kinds that are nothing but rows. */
    static List<RetentionTask> all(JdbcClient jdbc) {
        return List.of(
                new RowRetention(
                        jdbc,
                        RetentionKind.MESSAGES,
                        "due_work where state <> " + literals(DueState.DUE)
                                + " and updated_at < :than and (argument <> '' or result is not null"
                                + " or recipient is not null or note is not null)" + NOT_HELD.formatted("due_work"),
                        "(ticket_number, id)",
                        "updated_at",
                        List.of("update due_work set argument = '', result = null, recipient = null, note = null"
                                + " where (ticket_number, id) in")),
                new RowRetention(
                        jdbc,
                        RetentionKind.CONVERSATIONS,
                        "conversation where handed_off_at < :than and ticket_number is not null and key <> id::text"
                                + NOT_HELD.formatted("conversation"),
                        "id",
                        "handed_off_at",
                        List.of(
                                "delete from conversation_message where conversation_id in",
                                "update conversation set key = id::text where id in")),
                new RowRetention(
                        jdbc,
                        RetentionKind.PROMISES,
                        "promise where promised_at < :than",
                        "(channel, key)",
                        "promised_at",
                        List.of("delete from promise where (channel, key) in")),
                new RowRetention(
                        jdbc,
                        RetentionKind.SOURCE_KEYS,
                        "source_key join item i on i.id = source_key.item_id where i.received_at < :than",
                        "(source_key.channel, source_key.key)",
                        "i.received_at",
                        List.of("delete from source_key where (channel, key) in")));
    }

    @Override
    public Aged older(Instant than) {
        return jdbc.sql("select count(*) as count, min(%1$s) as oldest, max(%1$s) as newest from %2$s"
                        .formatted(time, rows))
                .param("than", utc(than))
                .query((row, n) ->
                        new Aged(row.getLong("count"), instantOrNull(row, "oldest"), instantOrNull(row, "newest")))
                .single();
    }

    @Override
    public int remove(Instant than, int most) {
        int removed = 0;
        String columns = key.startsWith("(") ? key.substring(1, key.length() - 1) : key;
        for (String statement : statements) {
            String some = " (select %s from %s order by %s, 1 limit :most)".formatted(columns, rows, time);
            removed = jdbc.sql(statement + some)
                    .param("than", utc(than))
                    .param("most", most)
                    .update();
        }
        return removed;
    }
}

package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.handoff.BlobStore;
import io.redress.history.RedactionRecord;
import io.redress.intake.ItemState;
import io.redress.lifecycle.TicketStatus;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import io.redress.privacy.TraceSearch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ages with its ticket and may have bytes in the blob store: originals, attachments, and who it was. A blob goes with
 * the last that needs it.
 */
final class TicketRetention implements RetentionTask {

    private static final String NOBODY = "retention";

    /** An original without a ticket that ended so is nobody's any more. */
    static final String UNTICKETED =
            literals(ItemState.INVALID, ItemState.FAILED, ItemState.AUTO_REPLY, ItemState.BOUNCE);

    private static final String CLOSED = "t.status = " + literals(TicketStatus.CLOSED) + " and t.closed_at < :than"
            + " and not exists (select 1 from legal_hold h where h.ticket_number = t.number)";

    private static final Map<RetentionKind, String> OLD = Map.of(
            RetentionKind.ORIGINALS,
            "select i.id::text as key, coalesce(t.closed_at, i.received_at) as at from item i"
                    + " left join ticket t on t.number = i.ticket_number"
                    + " where i.original_size > 0 and i.original_removed_at is null and (" + CLOSED
                    + " or i.ticket_number is null and i.received_at < :than"
                    + " and i.state in (" + UNTICKETED + "))",
            RetentionKind.ATTACHMENTS,
            "select t.number as key, t.closed_at as at from ticket t where " + CLOSED
                    + " and document #> '{complaint,attachments,0}' is not null",
            RetentionKind.CLOSED_TICKETS,
            "select t.number as key, t.closed_at as at from ticket t where " + CLOSED + " and t.forgotten_at is null");

    private final JdbcClient jdbc;
    private final RetentionKind kind;
    private final TicketRedaction blanking;
    private final BlobStore blobs;

    TicketRetention(JdbcClient jdbc, RetentionKind kind, TicketRedaction blanking, BlobStore blobs) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.blanking = blanking;
        this.blobs = blobs;
    }

    @Override
    public RetentionKind kind() {
        return kind;
    }

    @Override
    public Aged older(Instant than) {
        return jdbc.sql("select count(*) as count, min(at) as oldest, max(at) as newest from (" + OLD.get(kind)
                        + ") old")
                .param("than", utc(than))
                .query((row, n) ->
                        new Aged(row.getLong("count"), instantOrNull(row, "oldest"), instantOrNull(row, "newest")))
                .single();
    }

    @Override
    public int remove(Instant than, int most) {
        Instant since = Instant.now(); // as the blobs' files have it
        List<String> keys = jdbc.sql("select key from (" + OLD.get(kind) + ") old order by at, key limit :most")
                .param("than", utc(than))
                .param("most", most)
                .query(String.class)
                .list();
        Set<String> freed = new HashSet<>();
        keys.forEach(key -> freed.addAll(remove(key)));
        freed.stream().filter(ref -> !blanking.isNeeded(ref)).forEach(ref -> blobs.remove(ref, since));
        return keys.size();
    }

    private Set<String> remove(String key) {
        return switch (kind) {
            case ORIGINALS -> {
                UUID item = UUID.fromString(key);
                Set<String> refs = blanking.blobs(Set.of(), Set.of(item));
                jdbc.sql("""
                        update item set original = '', original_ref = null, original_size = 0, attributes = '{}',
                          original_removed_at = now() where id = ?
                        """).param(item).update();
                yield refs;
            }
            case ATTACHMENTS -> {
                Set<String> refs = blanking.blobs(Set.of(key), Set.of());
                jdbc.sql("""
                        update ticket set document = jsonb_set(document, '{complaint,attachments}', '[]')
                        where number = ?
                        """).param(key).update();
                yield refs;
            }
            default -> {
                Set<String> refs = blanking.blobs(Set.of(key), Set.copyOf(blanking.items(key)));
                blanking.blank(
                        key,
                        new TraceSearch(List.of()),
                        NOBODY,
                        "older than config/retention.yaml keeps it",
                        RedactionRecord.RETENTION);
                yield refs;
            }
        };
    }
}

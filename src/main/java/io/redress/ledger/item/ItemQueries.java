package io.redress.ledger.item;

import static io.redress.ledger.PostgresValues.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionPurpose;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.ledger.ListPosition;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlConditions;
import io.redress.ledger.StoredJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads items, the arrivals, from the ledger. */
public final class ItemQueries {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    /**
     * Which items belong to a ticket, or to some: {@code = :number} or {@code in (:numbers)} fills it. The item that opened a
     * ticket has its number, so that the index of numbers finds it; the few others have an index of their own.
     */
    public static final String OF_TICKET = "ticket_number %1$s and (number %1$s or ticket_number <> number)";

    private static final String SUMMARY = """
            select id, number, channel, format, received_at, source_key, state, reason, ticket_number as ticket,
                   original_size as size, updated_at
            from item
            """;

    private static final RowMapper<ItemSummary> SUMMARIES = RecordRows.of(ItemSummary.class);

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final DataEncryption encryption;

    public ItemQueries(JdbcClient jdbc, ObjectMapper json, DataEncryption encryption) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.encryption = encryption;
    }

    /** Up to {@code size} items older than {@code after}, the newest first. */
    public List<ItemSummary> find(ItemSearch search, @Nullable ListPosition after, int size) {
        var conditions = new SqlConditions()
                .and("channel = :channel", "channel", search.channel())
                .and("state = :state", "state", search.state())
                .and("source_key = :sourceKey", "sourceKey", search.sourceKey())
                .and(OF_TICKET.formatted("= :ticket"), "ticket", search.ticket())
                .and("number = :number", "number", search.number())
                .and("received_at >= :from", "from", search.from())
                .and("received_at < :to", "to", search.to())
                .after(after, "received_at", "id::uuid");
        return jdbc.sql(SUMMARY + conditions.where() + " order by received_at desc, id desc limit " + size)
                .params(conditions.parameters())
                .query(SUMMARIES)
                .list();
    }

    public Optional<ItemSummary> find(UUID id) {
        return jdbc.sql(SUMMARY + "where id = :id")
                .param("id", id)
                .query(SUMMARIES)
                .optional();
    }

    /** The item as its channel handed it off, with the original inline or by claim check; none once it was
     * forgotten or became too old. */
    public Optional<RawMessage> raw(UUID id) {
        return jdbc.sql("""
                        select number, channel, format, received_at, source_key, attributes, original, original_ref,
                               original_size
                        from item where id = :id and forgotten_at is null and original_removed_at is null
                        """)
                .param("id", id)
                .query((row, index) -> new RawMessage(
                        id.toString(),
                        row.getString("number"),
                        row.getString("channel"),
                        row.getString("format"),
                        instant(row, "received_at"),
                        row.getString("source_key"),
                        json.read(row.getString("attributes"), ATTRIBUTES),
                        new Original(
                                encryption.decryptOrNull(
                                        EncryptionPurpose.ORIGINAL, id.toString(), row.getBytes("original")),
                                row.getString("original_ref"),
                                row.getLong("original_size"))))
                .optional();
    }
}

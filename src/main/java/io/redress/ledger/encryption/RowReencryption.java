package io.redress.ledger.encryption;

import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionKey;
import io.redress.encryption.EncryptionPurpose;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Stores originals and chat messages anew that are not stored as they would be now: by an older key, or plain. */
public final class RowReencryption {

    private static final int AT_ONCE = 100;
    /** Before the first of all. */
    private static final UUID START = new UUID(0, 0);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final DataEncryption encryption;

    public RowReencryption(TransactionOperations transaction, JdbcClient jdbc, DataEncryption encryption) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** Goes through all items; returns how many originals were rewritten. */
    public long originals() {
        return all(EncryptionPurpose.ORIGINAL, "item", "id", "original");
    }

    /** Goes through the messages of conversations that are not over. */
    public long chatMessages() {
        return all(EncryptionPurpose.CHAT_MESSAGE, "conversation_message", "item_id", "message");
    }

    private long all(EncryptionPurpose purpose, String table, String id, String column) {
        long rewritten = 0;
        UUID last = START;
        while (last != null) {
            UUID after = last;
            Page page = Objects.requireNonNull(transaction.execute(status -> page(purpose, table, id, column, after)));
            rewritten += page.rewritten();
            last = page.last();
        }
        return rewritten;
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Row(UUID id, byte[] stored) {}

    /** @param last the last row of the page; null when there was none */
    private record Page(int rewritten, @Nullable UUID last) {}

    /** Locked, so that what is forgotten or ended meanwhile does not come back. */
    private Page page(EncryptionPurpose purpose, String table, String id, String column, UUID after) {
        EncryptionKey current = encryption.current();
        byte[] header = current == null ? DataEncryption.anyHeader() : DataEncryption.header(current.id());
        String differs = current == null ? "=" : "<>";
        List<Row> rows = jdbc.sql("select " + id + ", " + column + " from " + table + " where " + id + " > ? and "
                        + column
                        + " is not null and substring(" + column + " from 1 for ?) " + differs + " ? order by " + id
                        + " limit " + AT_ONCE + " for update")
                .params(after, header.length, header)
                .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        for (Row row : rows) {
            String name = row.id().toString();
            byte[] plain = encryption.decrypt(purpose, name, row.stored());
            jdbc.sql("update " + table + " set " + column + " = ? where " + id + " = ?")
                    .params(encryption.encrypt(purpose, name, plain), row.id())
                    .update();
        }
        return new Page(
                rows.size(), rows.isEmpty() ? null : rows.get(rows.size() - 1).id());
    }
}

package io.redress.ledger.encryption;

import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionKey;
import io.redress.ledger.PostgresValues;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code encryption_key}: which keys the hub cannot do without. */
public final class EncryptionKeyRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    public EncryptionKeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key that something was encrypted with. */
    private record Used(String id, String fingerprint, String since) {}

    /**
     * Notes the key that encrypts from now on, having seen that none is missing.
     *
     * @throws IllegalStateException when a key that was used is not there, or is another one now
     */
    public void admit(DataEncryption encryption) {
        List<Used> used = jdbc.sql(
                        "select id, fingerprint, cast(first_used as date) as since from encryption_key order by first_used")
                .query(Used.class)
                .list();
        used.forEach(one -> check(one, encryption.keys()));
        EncryptionKey current = encryption.current();
        if (current != null) {
            jdbc.sql("insert into encryption_key (id, fingerprint, first_used) values (?, ?, ?) on conflict do nothing")
                    .params(current.id(), current.fingerprint(), PostgresValues.utc(clock.instant()))
                    .update();
        }
    }

    /** The ids of all keys that something may need. */
    public List<String> ids() {
        return jdbc.sql("select id from encryption_key order by first_used")
                .query(String.class)
                .list();
    }

    /** Everything was re-encrypted: no key but the one that encrypts is needed any more. */
    public void retireAllBut(DataEncryption encryption) {
        EncryptionKey current = encryption.current();
        jdbc.sql("delete from encryption_key where id <> ?")
                .param(current == null ? "" : current.id())
                .update();
    }

    private void check(Used used, List<EncryptionKey> keys) {
        Optional<EncryptionKey> key =
                keys.stream().filter(one -> one.id().equals(used.id())).findFirst();
        if (key.isEmpty()) {
            throw new IllegalStateException("key '" + used.id() + "' is missing: since " + used.since() + " "
                    + inWords(used.id()) + " → put its line into the file that redress.encryption.key-file names; after"
                    + " 'java -jar redress.jar encryption rotate' an older key may go");
        }
        if (!key.get().fingerprint().equals(used.fingerprint())) {
            throw new IllegalStateException(
                    "key '" + used.id() + "' is another one than since " + used.since() + ", when " + inWords(used.id())
                            + " → restore its line from the backup, and give a new key a new id");
        }
    }

    /** What would be unreadable. Counted only when the hub does not start: it looks at all rows. */
    private String inWords(String id) {
        long originals = count("item", "original", id);
        long messages = count("conversation_message", "message", id);
        return originals + " originals and " + messages + " chat messages in the database were encrypted with it, and"
                + " files in blobs/ and messages in the broker's journal may have been";
    }

    private long count(String table, String column, String id) {
        return jdbc.sql("select count(*) from " + table + " where substring(" + column + " from 1 for ?) = ?")
                .params(DataEncryption.header(id).length, DataEncryption.header(id))
                .query(Long.class)
                .single();
    }
}

package io.redress.ledger.audit;

import static io.redress.ledger.PostgresValues.text;
import static io.redress.ledger.PostgresValues.texts;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.audit.AuditActor;
import io.redress.audit.AuditEntry;
import io.redress.audit.AuditLog;
import io.redress.audit.AuditSeal;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RequestBatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Table {@code audit_entry}. Entries that come at the same time share one transaction, which takes the end of the chain: nodes
 * write one after the other, and each waits for the transaction of another, not for each of its entries.
 */
public final class SqlAuditLog implements AuditLog {

    private static final int AT_ONCE = 500;

    private final RequestBatcher<AuditEntry, Long> batches = new RequestBatcher<>(this::append, AT_ONCE);
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public SqlAuditLog(DataSource database, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transaction.getTransactionManager(), transaction);
    }

    private record End(long position, byte[] hash) {}

    @Override
    public void write(AuditEntry entry) {
        batches.answer(storable(entry));
    }

    private List<Long> append(List<AuditEntry> entries) {
        return transaction.execute(status -> appendWithin(entries));
    }

    /** In the caller's transaction. */
    List<Long> appendWithin(List<AuditEntry> entries) {
        End end = jdbc.queryForObject(
                "select position, hash from audit_chain for update",
                (row, n) -> new End(row.getLong("position"), row.getBytes("hash")));
        List<Object[]> rows = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        long position = end.position();
        byte[] hash = end.hash();
        for (AuditEntry entry : entries) {
            position++;
            hash = AuditSeal.hash(hash, position, entry);
            positions.add(position);
            rows.add(new Object[] {
                position,
                utc(entry.at()),
                entry.actor().kind().key(),
                entry.actor().name(),
                entry.address(),
                entry.act(),
                entry.operation(),
                texts(entry.targets()),
                entry.outcome().key(),
                entry.shown(),
                entry.request(),
                entry.note(),
                hash
            });
        }
        jdbc.batchUpdate(
                "insert into audit_entry (position, at, actor_kind, actor, address, act, operation, targets, outcome, shown,"
                        + " request, note, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        jdbc.update("update audit_chain set position = ?, hash = ?", position, hash);
        return Collections.unmodifiableList(positions);
    }

    /** Hashed as it is stored. */
    private static AuditEntry storable(AuditEntry entry) {
        return new AuditEntry(
                entry.at(),
                new AuditActor(entry.actor().kind(), text(entry.actor().name())),
                text(entry.address()),
                entry.act(),
                PostgresValues.textOrNull(entry.operation()),
                entry.targets().stream().map(PostgresValues::text).toList(),
                entry.outcome(),
                entry.shown(),
                entry.request(),
                PostgresValues.textOrNull(entry.note()));
    }
}

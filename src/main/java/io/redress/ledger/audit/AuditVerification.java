package io.redress.ledger.audit;

import io.redress.audit.AuditActs;
import io.redress.audit.AuditChainCheck;
import io.redress.audit.AuditRemoval;
import io.redress.handoff.KeyedDigest;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through the whole audit log at one moment. */
public final class AuditVerification {

    private static final int AT_ONCE = 5_000;

    /** The name of the log among the leaves of a head. */
    public static final String LEAF = "audit";

    private final TransactionTemplate moment;
    private final JdbcClient jdbc;
    private final KeyedDigest proof;

    public AuditVerification(PlatformTransactionManager transactions, DataSource database, KeyedDigest proof) {
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(template);
        this.proof = proof;
    }

    /**
     * How the log stands.
     *
     * @param fault the first one; null when it is sound
     */
    public record Found(long entries, AuditChainCheck.@Nullable Fault fault) {}

    /** Beside the hub's work. */
    public Found verify() {
        return Objects.requireNonNull(moment.execute(status -> verified()));
    }

    private Found verified() {
        AuditRemoval removal = removal();
        var check = new AuditChainCheck(removal);
        try (Stream<AuditRow> rows = jdbc
                .sql("select " + AuditRow.COLUMNS + " from audit_entry order by position")
                .query(AuditRow::of)
                .stream()) {
            rows.forEach(row -> check.accept(row.position(), row.entry(), row.hash()));
        }
        AuditRemoval end = jdbc.sql("select position, hash from audit_chain")
                .query((row, n) -> new AuditRemoval(row.getLong("position"), row.getBytes("hash")))
                .single();
        check.end(end.last(), end.hash());
        AuditChainCheck.Fault fault = check.fault() != null ? check.fault() : cut(removal);
        return new Found(check.entries(), fault);
    }

    private @Nullable AuditRemoval removal() {
        return jdbc.sql("select " + AuditRow.COLUMNS + " from audit_entry where act = ? order by position desc limit 1")
                .param(AuditActs.REMOVAL)
                .query(AuditRow::of)
                .optional()
                .flatMap(row -> AuditRemoval.of(row.entry(), proof))
                .orElse(null);
    }

    /** Entries that a head has seen, and that are gone or others now, though the chain holds. */
    private AuditChainCheck.@Nullable Fault cut(@Nullable AuditRemoval removal) {
        return jdbc.sql("""
                        select leaf.position from history_leaf leaf left join audit_entry using (position)
                        where leaf.ticket_number = :leaf and leaf.position > :removed
                          and audit_entry.hash is distinct from leaf.hash
                        order by leaf.position limit 1
                        """)
                .param("leaf", LEAF)
                .param("removed", removal == null ? -1 : removal.last())
                .query(Long.class)
                .optional()
                .map(position -> new AuditChainCheck.Fault(position, "is not the entry that a head has seen there"))
                .orElse(null);
    }
}

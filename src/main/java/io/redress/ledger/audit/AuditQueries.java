package io.redress.ledger.audit;

import io.redress.ledger.ListPosition;
import io.redress.ledger.SqlConditions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds entries. */
public final class AuditQueries {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public AuditQueries(DataSource database, TransactionTemplate transaction) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_ONCE); // without it the driver reads all rows at once
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transaction.getTransactionManager(), transaction);
        this.transaction.setReadOnly(true);
    }

    /** Up to {@code size} entries before {@code after}, the newest first. */
    public List<AuditRow> find(AuditSearch search, @Nullable ListPosition after, int size) {
        return statement(search, after, " limit " + size).query(AuditRow::of).list();
    }

    /** Gives all entries, the newest first, of which a few hundred are in memory at a time. */
    public void each(AuditSearch search, Consumer<AuditRow> taker) {
        transaction.executeWithoutResult(status -> {
            try (var rows = statement(search, null, "").query(AuditRow::of).stream()) {
                rows.forEach(taker);
            }
        });
    }

    private JdbcClient.StatementSpec statement(AuditSearch search, @Nullable ListPosition after, String limited) {
        Set<String> targets = search.targets();
        var conditions = new SqlConditions()
                .and("actor = :actor", "actor", search.actor())
                .and("act = :act", "act", search.act())
                .and(
                        "outcome = :outcome",
                        "outcome",
                        search.outcome() == null ? null : search.outcome().key())
                .and("address = :address", "address", search.address())
                .and(
                        "targets && cast(:targets as text[])",
                        "targets",
                        targets == null ? null : targets.toArray(String[]::new))
                .and("at >= :from", "from", search.from())
                .and("at < :to", "to", search.to())
                .after(after, "at", "position::bigint");
        return jdbc.sql("select " + AuditRow.COLUMNS + " from audit_entry " + conditions.where()
                        + " order by at desc, position desc" + limited)
                .params(conditions.parameters());
    }
}

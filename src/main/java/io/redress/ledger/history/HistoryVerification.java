package io.redress.ledger.history;

import static io.redress.ledger.PostgresValues.instant;

import io.redress.history.ChainCheck;
import io.redress.history.HistoryFault;
import io.redress.history.HistoryHeadCheck;
import io.redress.history.HistoryHeadKey;
import io.redress.history.RedactionProof;
import io.redress.history.RedactionRecord;
import io.redress.history.SealedEvent;
import io.redress.history.SignedHead;
import io.redress.ledger.audit.AuditVerification;
import io.redress.ledger.history.Verification.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through all histories and heads at one moment, beside the hub's work. */
public final class HistoryVerification {

    private static final int MOST_FAULTS = 100;

    private final TransactionTemplate moment;
    private final JdbcClient jdbc;
    private final SqlHistoryHeads heads;
    private final HistoryHeadKey key;
    private final RedactionProof proof;

    public HistoryVerification(
            PlatformTransactionManager transactions,
            DataSource database,
            SqlHistoryHeads heads,
            HistoryHeadKey key,
            RedactionProof proof) {
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        this.jdbc = SqlHistoryHeads.inParts(database);
        this.heads = heads;
        this.key = key;
        this.proof = proof;
    }

    /** Takes about 20 seconds for a million events. */
    public Verification verify() {
        return Objects.requireNonNull(moment.execute(status -> verified()));
    }

    private Verification verified() {
        List<HistoryFault> faults = new ArrayList<>();
        Set<String> orders = Set.copyOf(
                jdbc.sql("select id::text from forgetting").query(String.class).list());
        var chains = new ChainCheck(proof, orders::contains, fault -> add(faults, fault));
        try (Stream<Runnable> events = jdbc
                .sql("""
                        select id, ticket_number, position, at, who, what, why, told, item_id, salt, digest, hash,
                               cause, blanked, proof
                        from event left join event_blanking using (ticket_number, position)
                        order by ticket_number, position
                        """)
                .query((row, n) -> {
                    SealedEvent event = event(row);
                    RedactionRecord record = record(row);
                    return (Runnable) () -> chains.accept(event, record);
                })
                .stream()) {
            events.forEach(Runnable::run);
        }
        chains.end();
        withoutHistory().forEach(fault -> add(faults, fault));
        cut().forEach(fault -> add(faults, fault));
        List<SignedHead> signed = new ArrayList<>(heads.newest(null, Integer.MAX_VALUE));
        Collections.reverse(signed);
        new HistoryHeadCheck(key, heads::leafHash).check(signed, fault -> add(faults, fault));
        List<Cause> causes = chains.causes().entrySet().stream()
                .map(one -> new Cause(one.getKey(), one.getValue()))
                .toList();
        return new Verification(
                faults.isEmpty(),
                chains.tickets(),
                chains.events(),
                chains.blanked(),
                causes,
                signed.size(),
                0,
                faults);
    }

    private static void add(List<HistoryFault> faults, HistoryFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private List<HistoryFault> withoutHistory() {
        return jdbc.sql("""
                        select number from ticket
                        where not exists (select 1 from event where ticket_number = number) order by number limit :most
                        """)
                .param("most", MOST_FAULTS)
                .query((row, n) ->
                        new HistoryFault(row.getString("number"), null, 0, null, "its whole history is missing"))
                .list();
    }

    /** Events that a head has seen, and that are gone or others now: the end of a chain may be cut and the rest still holds. */
    private List<HistoryFault> cut() {
        return jdbc.sql("""
                        select distinct on (leaf.ticket_number) leaf.day::text, leaf.ticket_number, leaf.position, event.id
                        from history_leaf leaf
                        left join event on event.ticket_number = leaf.ticket_number and event.position = leaf.position
                        where event.hash is distinct from leaf.hash and leaf.ticket_number <> :audit
                        order by leaf.ticket_number, leaf.position limit :most
                        """)
                .param("most", MOST_FAULTS)
                .param("audit", AuditVerification.LEAF) // has a verification of its own
                .query((row, n) -> {
                    Long event = row.getObject("id", Long.class);
                    return new HistoryFault(
                            row.getString("ticket_number"),
                            event,
                            row.getInt("position"),
                            row.getString("day"),
                            event == null
                                    ? "the event that the head has seen there is missing"
                                    : "is not the event that the head has seen there");
                })
                .list();
    }

    private static @Nullable RedactionRecord record(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return cause == null ? null : new RedactionRecord(cause, row.getInt("blanked"), row.getString("proof"));
    }

    private static SealedEvent event(ResultSet row) throws SQLException {
        return new SealedEvent(
                row.getLong("id"),
                row.getString("ticket_number"),
                row.getInt("position"),
                instant(row, "at"),
                row.getString("who"),
                row.getString("what"),
                row.getString("why"),
                row.getString("told"),
                row.getString("item_id"),
                row.getBytes("salt"),
                row.getBytes("digest"),
                row.getBytes("hash"));
    }
}

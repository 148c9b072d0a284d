package io.redress.ledger.audit;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.audit.AuditRemoval;
import io.redress.handoff.KeyedDigest;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the beginning of the audit log, and writes an entry from which the rest can still be verified. */
public final class AuditRetention implements RetentionTask {

    private final JdbcClient jdbc;
    private final SqlAuditLog log;
    private final KeyedDigest proof;
    private final Clock clock;

    public AuditRetention(JdbcClient jdbc, SqlAuditLog log, KeyedDigest proof, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.AUDIT_LOG;
    }

    @Override
    public Aged older(Instant than) {
        return jdbc.sql("select count(*) as count, min(at) as oldest, max(at) as newest from audit_entry where at < ?")
                .param(utc(than))
                .query((row, n) ->
                        new Aged(row.getLong("count"), instantOrNull(row, "oldest"), instantOrNull(row, "newest")))
                .single();
    }

    /** The clocks of nodes differ: an old entry behind a young one stays until that is old, too. */
    @Override
    public int remove(Instant than, int most) {
        Optional<AuditRemoval> last = jdbc.sql("""
                        select position, hash from (
                          select position, hash, bool_and(at < :than) over (order by position) as old
                          from (select position, hash, at from audit_entry order by position limit :most) first) beginning
                        where old order by position desc limit 1
                        """)
                .param("than", utc(than))
                .param("most", most)
                .query((row, n) -> new AuditRemoval(row.getLong("position"), row.getBytes("hash")))
                .optional();
        if (last.isEmpty()) {
            return 0;
        }
        int removed = jdbc.sql("delete from audit_entry where position <= ?")
                .param(last.get().last())
                .update();
        log.appendWithin(List.of(last.get().entry(clock.instant(), removed, proof)));
        return removed;
    }
}

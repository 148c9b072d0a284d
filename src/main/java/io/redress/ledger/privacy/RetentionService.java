package io.redress.ledger.privacy;

import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionRules;
import io.redress.privacy.RetentionTask;
import io.redress.privacy.RetentionTask.Aged;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Removes what is older than {@code config/retention.yaml} keeps it, a few hundred at a time, each time in a transaction. */
public final class RetentionService {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionService.class);
    private static final int AT_ONCE = 200;
    private static final String ONE_NODE = "select pg_try_advisory_xact_lock(hashtext('redress.retention'))";

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Supplier<RetentionRules> rules;
    private final Map<RetentionKind, RetentionTask> kinds = new EnumMap<>(RetentionKind.class);
    private final ObjIntConsumer<String> removed;
    private final Clock clock;

    /** @param removed counts what was removed, by kind */
    public RetentionService(
            TransactionOperations transaction,
            JdbcClient jdbc,
            Supplier<RetentionRules> rules,
            List<RetentionTask> kinds,
            ObjIntConsumer<String> removed,
            Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.rules = rules;
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
        this.removed = removed;
        this.clock = clock;
    }

    /**
     * What the next run removes of a kind.
     *
     * @param olderThan null when it is kept for ever
     */
    public record Line(
            String kind,
            @Nullable Instant olderThan,
            long count,
            @Nullable Instant oldest,
            @Nullable Instant newest) {}

    /** Whether it is switched on. */
    public boolean enabled() {
        return rules.get().enabled();
    }

    /** What would be removed now; nothing is. */
    public List<Line> show() {
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        kinds.forEach((kind, retentionTask) -> {
            Instant than = rules.get().oldestKept(kind, now);
            Aged aged = than == null ? Aged.NONE : retentionTask.older(than);
            lines.add(new Line(kind.key(), than, aged.count(), aged.oldest(), aged.newest()));
        });
        return lines;
    }

    /** Removes what is too old, unless retention is switched off; rows that have served go in any case. */
    public void run() {
        Instant now = clock.instant();
        var expired = new ExpiredRows(jdbc);
        int served = removed(() -> expired.remove(now, AT_ONCE));
        if (served > 0) {
            LOG.info("Retention removed {} rows that had served", served);
        }
        if (!enabled()) {
            return;
        }
        kinds.forEach((kind, retentionTask) -> {
            Instant than = rules.get().oldestKept(kind, now);
            int all = than == null ? 0 : removed(() -> retentionTask.remove(than, AT_ONCE));
            if (all > 0) {
                LOG.info("Retention removed {} of {}", all, kind.key());
                removed.accept(kind.key(), all);
            }
        });
    }

    private int removed(IntSupplier batch) {
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNull(transaction.execute(
                    status -> jdbc.sql(ONE_NODE).query(Boolean.class).single() ? batch.getAsInt() : 0));
            all += some;
        } while (some > 0);
        return all;
    }
}

package io.redress.ledger.search;

import io.redress.ledger.PostgresValues;
import io.redress.search.SearchIndex.Lookups;
import io.redress.search.SearchTimedOut;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One view of the data for all look-ups of a search, each within its time. */
final class SearchTransaction {

    /**
     * What was typed never decides that a table is read from its beginning to its end, nor, because the newest are asked for,
     * along the index of times: rows are found by what is looked for, and sorted then.
     */
    private static final String SETTINGS = """
            select set_config('statement_timeout', :limit, true), set_config('enable_seqscan', 'off', true),
                   set_config('enable_indexscan', 'off', true), set_config('work_mem', '32MB', true),
                   set_config('jit', 'off', true)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration limit;

    /** @param limit of each look-up */
    SearchTransaction(JdbcClient jdbc, TransactionTemplate settings, Duration limit) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(settings.getTransactionManager(), settings);
        this.transaction.setReadOnly(true);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.limit = limit;
    }

    /** @throws SearchTimedOut when a look-up takes longer than it may */
    <T> T run(Lookups<T> lookups) {
        try {
            return transaction.execute(status -> {
                jdbc.sql(SETTINGS)
                        .param("limit", limit.toMillis() + "ms")
                        .query()
                        .listOfRows();
                return lookups.get();
            });
        } catch (DataAccessException e) {
            if (PostgresValues.isTimeout(e)) {
                throw new SearchTimedOut(limit, e);
            }
            throw e;
        }
    }
}

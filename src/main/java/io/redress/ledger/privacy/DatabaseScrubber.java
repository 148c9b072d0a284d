package io.redress.ledger.privacy;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes from PostgreSQL's files what was deleted from its tables. An update leaves the old row in the file, a vacuum
 * leaves its bytes, statistics keep samples of columns, and the write-ahead log has all of it: so the tables are written
 * anew, the statistics too, and the log is gone through to its next files while the old ones are deleted in place of used
 * again ({@code wal_recycle}, PostgreSQL manual, 20.5).
 */
final class DatabaseScrubber {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseScrubber.class);

    private static final List<String> TABLES = List.of(
            "item",
            "source_key",
            "ticket",
            "ticket_search",
            "search_pending",
            "event",
            "alias",
            "promise",
            "due_work",
            "conversation_message",
            "conversation",
            "waiting_arrival",
            "ticket_update",
            "callback",
            "callback_request",
            "callback_outcome",
            "survey",
            "survey_person",
            "delivery",
            "forgetting");

    private final JdbcClient jdbc;

    DatabaseScrubber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the tables anew, then ends the log. Outside any transaction.
     *
     * @return what the hub's login may not do; its administrator must, see docs/privacy.md
     */
    List<String> run() {
        List<String> refused = new ArrayList<>();
        TABLES.forEach(table -> attempt("vacuum (full, analyze) " + table, refused));
        if (!isSuperuser()) {
            refused.add(
                    "database: a superuser must end the write-ahead log and rewrite pg_statistic, see docs/privacy.md");
            return refused;
        }
        attempt("vacuum full pg_statistic", refused);
        attempt("alter system set wal_recycle = off", refused);
        attempt("select pg_reload_conf()", refused);
        if (refused.isEmpty()) {
            endLog(refused);
            attempt("alter system reset wal_recycle", refused);
            attempt("select pg_reload_conf()", refused);
        }
        return refused;
    }

    /** PostgreSQL skips a table that is another's with a warning, not an error: so it is asked first. */
    private boolean isSuperuser() {
        return jdbc.sql("select current_setting('is_superuser')::boolean")
                .query(Boolean.class)
                .single();
    }

    private void endLog(List<String> refused) {
        attempt("checkpoint", refused);
        long files = jdbc.sql("select count(*) from pg_ls_waldir()")
                .query(Long.class)
                .single();
        for (long file = 0; file <= files; file++) {
            attempt("select pg_logical_emit_message(false, 'redress', 'rewritten')::text", refused);
            attempt("select pg_switch_wal()::text", refused);
        }
        attempt("checkpoint", refused);
        attempt("checkpoint", refused);
    }

    private void attempt(String statement, List<String> refused) {
        try {
            if (statement.startsWith("select")) {
                jdbc.sql(statement).query((row, n) -> row.getString(1)).list();
            } else {
                jdbc.sql(statement).update();
            }
        } catch (DataAccessException e) {
            LOG.warn("The database refused '{}': {}", statement, e.getClass().getName());
            refused.add("database: refused " + statement);
        }
    }
}

package io.redress.ledger.user;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.user.throttle.Tries;
import io.redress.user.throttle.TryRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The table {@code sign_in_try}. */
public final class SqlTryRows implements TryRows {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public SqlTryRows(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Row(String subject, Tries tries) {}

    @Override
    public void change(List<String> subjects, UnaryOperator<Map<String, Tries>> change) {
        List<String> inOrder = subjects.stream().sorted().toList();
        transaction.executeWithoutResult(status -> {
            // rows that are not there yet cannot be locked; in one order, so that nobody waits in a circle
            inOrder.forEach(this::lock);
            Map<String, Tries> before = new LinkedHashMap<>();
            jdbc.sql("select * from sign_in_try where subject in (:subjects)")
                    .param("subjects", inOrder)
                    .query((row, n) -> new Row(
                            row.getString("subject"),
                            new Tries(
                                    row.getInt("failures"),
                                    instant(row, "last_at"),
                                    instantOrNull(row, "blocked_until"),
                                    instantOrNull(row, "succeeded_at"))))
                    .list()
                    .forEach(row -> before.put(row.subject(), row.tries()));
            change.apply(before).forEach(this::keep);
        });
    }

    @Override
    public int removeBefore(Instant time) {
        return jdbc.sql("delete from sign_in_try where last_at < ?")
                .param(utc(time))
                .update();
    }

    private void lock(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("sign-in " + subject)
                .query((row, n) -> "")
                .single();
    }

    private void keep(String subject, Tries tries) {
        jdbc.sql("""
                insert into sign_in_try (subject, failures, last_at, blocked_until, succeeded_at)
                values (:subject, :failures, :last, :blocked, :succeeded)
                on conflict (subject) do update set failures = :failures, last_at = :last,
                  blocked_until = :blocked, succeeded_at = :succeeded
                """)
                .param("subject", subject)
                .param("failures", tries.failures())
                .param("last", utc(tries.lastAt()))
                .param("blocked", utcOrNull(tries.blockedUntil()))
                .param("succeeded", utcOrNull(tries.succeededAt()))
                .update();
    }
}

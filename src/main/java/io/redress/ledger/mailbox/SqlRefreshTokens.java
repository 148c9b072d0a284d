package io.redress.ledger.mailbox;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.channel.mailbox.oauth.RefreshTokens;
import io.redress.encryption.AesGcm;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code oauth_refresh_token}; what it holds is encrypted by the hub's own key, which all nodes have. */
public final class SqlRefreshTokens implements RefreshTokens {

    /** A token server that answers last of all has been asked for a minute; the lock of a node that vanished ends then, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String LOCK_TIMEOUT = "55P03";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AesGcm encryption;
    private final Duration patience;
    private final Clock clock;

    public SqlRefreshTokens(JdbcClient jdbc, PlatformTransactionManager transactions, AesGcm encryption, Clock clock) {
        this(jdbc, transactions, encryption, PATIENCE, clock);
    }

    /** @param patience how long one may have its turn, and how long others wait for it */
    SqlRefreshTokens(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AesGcm encryption,
            Duration patience,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.patience = patience;
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public Optional<String> latest(String login) {
        return jdbc.sql("select token from oauth_refresh_token where login = ?")
                .param(login)
                .query((row, n) -> new String(encryption.decrypt(row.getBytes("token")), StandardCharsets.UTF_8))
                .optional();
    }

    @Override
    public void keep(String login, String token) {
        jdbc.sql("""
                insert into oauth_refresh_token (login, token, kept_at) values (?, ?, ?)
                on conflict (login) do update set token = excluded.token, kept_at = excluded.kept_at
                """)
                .params(login, encryption.encrypt(token.getBytes(StandardCharsets.UTF_8)), utc(clock.instant()))
                .update();
    }

    @Override
    public <T> T alone(String login, Supplier<T> renewal) {
        return Objects.requireNonNull(transaction.execute(status -> {
            waitForTurn(login);
            return renewal.get();
        }));
    }

    private void waitForTurn(String login) {
        try {
            String limit = String.valueOf(patience.toMillis());
            jdbc.sql(
                            "select set_config('lock_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true)")
                    .params(limit, limit)
                    .query()
                    .singleRow();
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('redress.oauth ' || ?, 0))")
                    .param(login)
                    .query()
                    .singleRow();
        } catch (DataAccessException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql)
                    || !LOCK_TIMEOUT.equals(sql.getSQLState())) {
                throw e;
            }
            throw new OAuthFailure(
                    "Another login with the same refresh token does not end",
                    "The hub tries again by itself; see whether another node hangs, or its token server",
                    "waited " + patience.toSeconds() + " s");
        }
    }
}

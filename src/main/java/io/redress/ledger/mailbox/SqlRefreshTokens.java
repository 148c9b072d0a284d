package io.redress.ledger.mailbox;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.mailbox.oauth.RefreshTokens;
import io.redress.encryption.AesGcm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code oauth_refresh_token}; what it holds is encrypted by the hub's own key. */
public final class SqlRefreshTokens implements RefreshTokens {

    private final JdbcClient jdbc;
    private final AesGcm encryption;
    private final Clock clock;

    public SqlRefreshTokens(JdbcClient jdbc, AesGcm encryption, Clock clock) {
        this.jdbc = jdbc;
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
}

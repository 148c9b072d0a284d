package io.redress.ledger.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.AesGcm;
import io.redress.testing.OwnDatabase;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SqlRefreshTokensTest extends OwnDatabase {

    private final SqlRefreshTokens tokens = new SqlRefreshTokens(jdbc, new AesGcm(new byte[32]), Clock.systemUTC());

    @Test
    void the_latest_of_each_login_is_kept_however_long() {
        assertThat(tokens.latest("li")).isEmpty();
        tokens.keep("li", "1");
        tokens.keep("li", "x".repeat(20_000));
        tokens.keep("wang", "2");
        assertThat(tokens.latest("li")).contains("x".repeat(20_000));
        assertThat(tokens.latest("wang")).contains("2");
    }

    @Test
    void the_database_holds_none_that_could_be_read() {
        tokens.keep("zhao", "refresh-token-of-zhao");
        byte[] held = jdbc.sql("select token from oauth_refresh_token where login = 'zhao'")
                .query(byte[].class)
                .single();
        assertThat(new String(held, ISO_8859_1)).doesNotContain("zhao");
    }
}

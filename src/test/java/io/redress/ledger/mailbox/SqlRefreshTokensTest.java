package io.redress.ledger.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.mailbox.oauth.EmulatedTokenServer;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.channel.mailbox.oauth.OAuthLogin;
import io.redress.channel.mailbox.oauth.OAuthLogins;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.encryption.AesGcm;
import io.redress.testing.OwnDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRefreshTokensTest extends OwnDatabase {

    private static final int NODES = 4;

    private final SqlRefreshTokens tokens = node(Duration.ofSeconds(90));

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

    /** Each node has an object of its own; a provider ends a consent whose replaced refresh token is used again. */
    @Test
    void of_two_nodes_that_renew_at_once_the_second_uses_what_the_first_was_given(@TempDir Path config)
            throws Exception {
        var threads = Executors.newFixedThreadPool(NODES);
        try (var server = new EmulatedTokenServer()) {
            server.answers(n -> rotated(server, n));
            OAuthProviders providers = OAuthProviders.read(server.withProvider(config, "gmail"));
            var settings = Map.of("m.client-id", "app", "m.client-secret", "s", "m.refresh-token", "refresh-0");
            var ready = new CyclicBarrier(NODES);
            List<Future<String>> renewals = Stream.generate(() -> threads.submit(() -> {
                        OAuthLogin login = new OAuthLogins(
                                        providers, settings::get, node(Duration.ofSeconds(90)), Clock.systemUTC())
                                .of("gmail", "m", "c@redress.test");
                        ready.await();
                        return login.token();
                    }))
                    .limit(NODES)
                    .toList();
            for (Future<String> renewal : renewals) {
                assertThat(renewal.get()).startsWith("access-");
            }
            assertThat(server.asked)
                    .extracting(form -> form.get("refresh_token"))
                    .containsExactly("refresh-0", "refresh-1", "refresh-2", "refresh-3");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_node_that_hangs_keeps_others_waiting_no_longer_than_its_turn() {
        SqlRefreshTokens hasty = node(Duration.ofMillis(200));
        tokens.alone("sun", () -> {
            assertThatThrownBy(() -> hasty.alone("sun", () -> "none"))
                    .isInstanceOf(OAuthFailure.class)
                    .hasMessageContaining("does not end");
            return hasty.alone("qian", () -> "another login");
        });
        assertThat(hasty.alone("sun", () -> "over")).isEqualTo("over");
    }

    @Test
    void a_renewal_that_fails_keeps_nothing_and_leaves_the_turn_to_others() {
        assertThatThrownBy(() -> tokens.alone("zhou", () -> {
                    throw new OAuthFailure("refused", "none", "");
                }))
                .hasMessageContaining("refused");
        assertThat(tokens.alone("zhou", () -> tokens.latest("zhou"))).isEmpty();
    }

    private SqlRefreshTokens node(Duration patience) {
        return new SqlRefreshTokens(
                jdbc, transaction.getTransactionManager(), new AesGcm(new byte[32]), patience, Clock.systemUTC());
    }

    private static EmulatedTokenServer.Answer rotated(EmulatedTokenServer server, int n) {
        long uses = server.asked.stream()
                .filter(form ->
                        form.get("refresh_token").equals(server.asked.get(n - 1).get("refresh_token")))
                .count();
        return uses > 1
                ? EmulatedTokenServer.refusal("invalid_grant", "Token has been expired or revoked.")
                : new EmulatedTokenServer.Answer(
                        200, "{\"access_token\":\"access-%d\",\"refresh_token\":\"refresh-%d\"}".formatted(n, n));
    }
}

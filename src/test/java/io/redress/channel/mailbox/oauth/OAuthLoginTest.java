package io.redress.channel.mailbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.SetClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthLoginTest {

    private static final String SECRET = "the-client-secret-value";

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "mailbox.tenant-id", "contoso",
            "mailbox.client-id", "app-1",
            "mailbox.client-secret", SECRET,
            "mailbox.refresh-token", "refresh-0"));
    private final Map<String, String> kept = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    @TempDir
    Path config;

    private EmulatedTokenServer server;

    @BeforeEach
    void start() throws IOException {
        server = new EmulatedTokenServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_application_asks_with_its_own_secret() throws IOException {
        assertThat(login("microsoft365").token()).isEqualTo("token-1");
        assertThat(server.paths).containsExactly("/contoso/oauth2/v2.0/token");
        assertThat(server.asked.get(0))
                .containsOnly(
                        entry("grant_type", "client_credentials"),
                        entry("client_id", "app-1"),
                        entry("client_secret", SECRET),
                        entry("scope", "https://outlook.office365.com/.default"));
    }

    @Test
    void a_sovereign_cloud_is_a_matter_of_settings() throws IOException {
        settings.put("mailbox.scope", "https://partner.outlook.cn/.default");
        login("microsoft365").token();
        assertThat(server.asked.get(0)).containsEntry("scope", "https://partner.outlook.cn/.default");
    }

    @Test
    void a_token_is_used_until_five_minutes_before_its_end() throws IOException {
        OAuthLogin login = login("microsoft365");
        login.token();
        clock.pass(Duration.ofMinutes(54));
        assertThat(login.token()).isEqualTo("token-1");
        clock.pass(Duration.ofMinutes(1));
        assertThat(login.token()).isEqualTo("token-2");
    }

    @Test
    void a_token_that_lives_shorter_than_that_is_used_once() throws IOException {
        server.answers(n -> EmulatedTokenServer.token("short-" + n, 200));
        OAuthLogin login = login("microsoft365");
        assertThat(login.token()).isEqualTo("short-1");
        assertThat(login.token()).isEqualTo("short-2");
    }

    @Test
    void a_refused_token_and_one_of_another_secret_are_not_used_again() throws IOException {
        OAuthLogin login = login("microsoft365");
        login.token();
        login.refused();
        assertThat(login.token()).isEqualTo("token-2");
        settings.put("mailbox.client-secret", "a-new-secret");
        assertThat(login.token()).isEqualTo("token-3");
        assertThat(server.asked.get(2)).containsEntry("client_secret", "a-new-secret");
    }

    @Test
    void a_new_refresh_token_is_kept_before_the_access_token_is_used() throws IOException {
        server.answers(n -> new EmulatedTokenServer.Answer(
                200,
                "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"refresh_token\":\"refresh-%d\"}"
                        .formatted(n, n)));
        OAuthLogin login = login("gmail");
        order.add(login.token());
        login.refused();
        order.add(login.token());
        assertThat(order).containsExactly("kept refresh-1", "token-1", "kept refresh-2", "token-2");
        assertThat(server.asked)
                .extracting(form -> form.get("refresh_token"))
                .containsExactly("refresh-0", "refresh-1");
    }

    @Test
    void a_start_goes_on_with_the_refresh_token_that_was_kept() throws IOException {
        a_new_refresh_token_is_kept_before_the_access_token_is_used();
        login("gmail").token();
        assertThat(server.asked.get(2)).containsEntry("refresh_token", "refresh-2");
    }

    @Test
    void a_consent_given_anew_goes_before_what_was_kept() throws IOException {
        a_new_refresh_token_is_kept_before_the_access_token_is_used();
        settings.put("mailbox.refresh-token", "consented-again");
        login("gmail").token();
        assertThat(server.asked.get(2)).containsEntry("refresh_token", "consented-again");
    }

    @Test
    void no_token_is_used_when_the_new_refresh_token_cannot_be_kept() throws IOException {
        server.answers(n -> new EmulatedTokenServer.Answer(200, "{\"access_token\":\"t\",\"refresh_token\":\"r\"}"));
        OAuthLogin login = login("gmail", new RefreshTokens() {
            @Override
            public Optional<String> latest(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, String token) {
                throw new IllegalStateException("the database is away");
            }

            @Override
            public <T> T alone(String key, Supplier<T> renewal) {
                return renewal.get();
            }
        });
        assertThatThrownBy(login::token).hasMessage("the database is away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\\n"})
    void a_service_account_signs_for_the_mailbox(String lineEnd) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        settings.put("mailbox.client-email", "hub@shop.iam.gserviceaccount.com");
        settings.put(
                "mailbox.private-key",
                "-----BEGIN PRIVATE KEY-----" + lineEnd
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                                .replace("\r\n", lineEnd)
                        + lineEnd + "-----END PRIVATE KEY-----" + lineEnd);
        login("google-workspace").token();

        Map<String, String> form = server.asked.get(0);
        assertThat(form).containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        String[] parts = form.get("assertion").split("\\.");
        JsonNode claims = json(parts[1]);
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("RS256");
        assertThat(claims.path("iss").asText()).isEqualTo("hub@shop.iam.gserviceaccount.com");
        assertThat(claims.path("sub").asText()).isEqualTo("c@redress.test");
        assertThat(claims.path("scope").asText()).isEqualTo("https://mail.google.com/");
        assertThat(claims.path("aud").asText()).isEqualTo(server.url() + "/token");
        assertThat(claims.path("iat").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(60L, 3600L);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void a_private_key_that_is_none_is_told_without_it() {
        settings.put("mailbox.client-email", "hub@shop.iam.gserviceaccount.com");
        settings.put("mailbox.private-key", "-----BEGIN PRIVATE KEY-----nonsense!");
        assertThatThrownBy(() -> login("google-workspace").token())
                .isInstanceOf(OAuthFailure.class)
                .hasMessageNotContaining("nonsense")
                .hasMessageContaining("private key");
        assertThat(server.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            microsoft365 | invalid_client | AADSTS7000215: Invalid client secret provided. | Copy its value, not its ID
            microsoft365 | invalid_client | AADSTS7000222: The provided client secret keys are expired. | has expired
            microsoft365 | unauthorized_client | AADSTS700016: Application with identifier 'x' was not found | client-id
            microsoft365 | invalid_request | AADSTS90002: Tenant 'x' not found. | tenant-id
            microsoft365 | server_error | AADSTS1: something new | Compare the settings mailbox.*
            gmail | invalid_grant | Token has been expired or revoked. | agree again
            """)
    void the_usual_mistakes_have_a_remedy(String provider, String error, String description, String remedy) {
        server.answers(n -> EmulatedTokenServer.refusal(error, description));
        assertThatThrownBy(() -> login(provider).token()).isInstanceOfSatisfying(OAuthFailure.class, failure -> {
            assertThat(failure.remedy()).contains(remedy);
            assertThat(failure)
                    .hasMessageContaining("gives no access token for c@redress.test")
                    .hasMessageContaining(description)
                    .hasMessageNotContaining("Trace ID")
                    .hasMessageNotContaining(SECRET);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"token_type":"Bearer"}
            200 | <html>a proxy's page</html>
            200 | ''
            200 | []
            302 | ''
            503 | busy
            """)
    void what_is_no_token_is_none(int status, String body) {
        server.answers(n -> new EmulatedTokenServer.Answer(status, body));
        assertThatThrownBy(() -> login("microsoft365").token())
                .isInstanceOf(OAuthFailure.class)
                .hasMessageContaining("HTTP " + status);
        assertThat(server.paths).hasSize(1); // a redirect could lead a secret anywhere
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.com", "login.example.com", "http://127.0.0.1.example.com", "ftp://x"})
    void no_secret_is_sent_where_it_could_be_read(String authority) {
        settings.put("mailbox.authority", authority);
        assertThatThrownBy(() -> login("microsoft365").token())
                .isInstanceOf(OAuthFailure.class)
                .hasMessageContaining("is not an address of Microsoft 365");
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        settings.put("mailbox.client-secret", " ");
        assertThatThrownBy(() -> login("microsoft365").token())
                .isInstanceOf(OAuthFailure.class)
                .hasMessageContaining("mailbox.client-secret has no value");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void a_token_server_that_is_away_is_told_apart_from_a_refusal() throws IOException {
        OAuthLogin login = login("microsoft365");
        server.close();
        assertThatThrownBy(login::token)
                .isInstanceOf(OAuthFailure.class)
                .hasMessageContaining("The token server 127.0.0.1 cannot be reached");
    }

    private OAuthLogin login(String provider) throws IOException {
        return login(provider, new RefreshTokens() {
            @Override
            public Optional<String> latest(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keep(String key, String token) {
                order.add("kept " + token);
                kept.put(key, token);
            }

            @Override
            public <T> T alone(String key, Supplier<T> renewal) {
                return renewal.get();
            }
        });
    }

    private OAuthLogin login(String provider, RefreshTokens refreshTokens) throws IOException {
        OAuthProviders providers = OAuthProviders.read(server.withProvider(config, provider));
        return new OAuthLogins(providers, settings::get, refreshTokens, clock)
                .of(provider, "mailbox", "c@redress.test");
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}

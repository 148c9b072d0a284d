package io.redress.cli.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.channel.mailbox.login.MailAccount;
import io.redress.channel.mailbox.oauth.EmulatedTokenServer;
import io.redress.channel.mailbox.oauth.EmulatedTokenServer.Answer;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.cli.CommandRun;
import io.redress.testing.SetClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator's login, against mail servers that take XOAUTH2 and a token server on loopback. */
class MailboxLoginTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ADDRESS = "c@redress.test";
    private static final String REFRESH_TOKEN = "refresh-1-secret";
    private static final Answer DEVICE = new Answer(
            200,
            "{\"device_code\":\"device-1\",\"user_code\":\"ABCD-EFGH\",\"verification_uri\":\"https://microsoft.com/devicelogin\","
                    + "\"expires_in\":900,\"interval\":5}");
    private static final Answer CONSENT = new Answer(
            200, "{\"access_token\":\"token-1\",\"expires_in\":3600,\"refresh_token\":\"" + REFRESH_TOKEN + "\"}");
    private static final Answer PENDING = EmulatedTokenServer.refusal("authorization_pending", "not yet");

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        ServerSetup.IMAP.dynamicPort(), ServerSetup.POP3.dynamicPort(), ServerSetup.SMTP.dynamicPort()
    });
    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final List<Long> pauses = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(
            Map.of("shop.client-id", "app-1", "shop.client-secret", "the-secret", "shop.tenant-id", "contoso"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path config;

    private Path secret;
    private EmulatedTokenServer tokens;

    @BeforeEach
    void start() throws IOException {
        secret = config.resolve("secrets/shop.refresh-token");
        tokens = new EmulatedTokenServer();
        mail.start();
        mail.setUser(ADDRESS, ADDRESS, "token-1");
    }

    @AfterEach
    void stop() {
        tokens.close();
        mail.stop();
    }

    @Test
    void a_code_is_shown_and_the_token_server_asked_as_often_as_it_wants_until_the_person_agreed() throws Exception {
        tokens.answers(n -> switch (n) {
            case 1 -> DEVICE;
            case 2 -> PENDING;
            case 3 -> EmulatedTokenServer.refusal("slow_down", "");
            default -> CONSENT;
        });
        assertThat(login("outlook", "imap")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("https://microsoft.com/devicelogin", "ABCD-EFGH", "Logged in");
        assertThat(tokens.paths).first().isEqualTo("/contoso/oauth2/v2.0/devicecode");
        assertThat(tokens.asked.get(0).get("scope")).contains("offline_access", "IMAP.AccessAsUser.All");
        assertThat(tokens.asked.get(1))
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
                .containsEntry("device_code", "device-1");
        assertThat(pauses).containsExactly(5L, 5L, 10L);
        assertThat(Files.readString(secret)).isEqualTo(REFRESH_TOKEN + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(secret.getParent()).isDirectoryContaining(secret::equals).satisfies(folder -> {
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
        });
        assertThat(out.toString() + err).doesNotContain(REFRESH_TOKEN, "device-1", "token-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access_denied             | declined
            authorization_declined    | declined
            expired_token             | not entered in time
            invalid_client            | issues no token
            """)
    void a_consent_that_is_not_given_is_told_and_nothing_is_kept(String error, String told) throws Exception {
        tokens.answers(n -> n == 1 ? DEVICE : EmulatedTokenServer.refusal(error, "AADSTS7000218: x"));
        assertThat(login("outlook", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains(told, " → ");
        assertThat(secret).doesNotExist();
    }

    @Test
    void a_code_that_nobody_enters_ends_by_itself() throws Exception {
        tokens.answers(n -> n == 1 ? DEVICE : PENDING);
        assertThat(login("outlook", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains("not entered in time");
        assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isBetween(880L, 900L);
    }

    @Test
    void a_token_server_that_is_busy_is_asked_more_seldom() throws Exception {
        tokens.answers(n -> n == 1 ? DEVICE : CONSENT);
        var gone = new EmulatedTokenServer();
        gone.close();
        Path folder = tokens.withProvider(config, "outlook");
        Path file = folder.resolve("outlook.yaml");
        Files.writeString(file, Files.readString(file).replace("tokenUrl: \"{authority}", "tokenUrl: \"" + gone.url()));
        assertThat(run(account("outlook", "imap", mail.getImap().getPort()), InputStream.nullInputStream()))
                .isEqualTo(1);
        assertThat(pauses).startsWith(5L, 10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void a_browser_on_this_machine_comes_back_by_itself() throws Exception {
        tokens.answers(n -> CONSENT);
        var ended = started("gmail", InputStream.nullInputStream());
        String address = address();
        assertThat(address)
                .startsWith("https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=app-1")
                .contains(
                        "access_type=offline",
                        "prompt=consent",
                        "code_challenge_method=S256",
                        "login_hint=c%40redress.test");
        assertThat(visit(part(address, "redirect_uri") + "/?code=stolen&state=another"))
                .isEqualTo(404);
        assertThat(visit(part(address, "redirect_uri") + "/?code=code-1&state=" + part(address, "state")))
                .isEqualTo(200);
        await().atMost(SOON).until(ended::isDone);
        assertThat(ended.get()).as(err.toString()).isZero();
        Map<String, String> form = tokens.asked.get(0);
        assertThat(form)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "code-1")
                .containsEntry("redirect_uri", part(address, "redirect_uri"));
        assertThat(base64Sha256(form.get("code_verifier"))).isEqualTo(part(address, "code_challenge"));
        assertThat(Files.readString(secret)).isEqualTo(REFRESH_TOKEN + "\n");
    }

    @Test
    void a_browser_elsewhere_leaves_an_address_that_is_pasted() throws Exception {
        tokens.answers(n -> CONSENT);
        var typed = new PipedOutputStream();
        var ended = started("gmail", new PipedInputStream(typed));
        String address = address();
        typed.write(("\n " + part(address, "redirect_uri") + "/?state=" + part(address, "state")
                        + "&code=4%2F0Abc&scope=https://mail.google.com/ \n")
                .getBytes(UTF_8));
        typed.flush();
        await().atMost(SOON).until(ended::isDone);
        assertThat(ended.get()).as(err.toString()).isZero();
        assertThat(tokens.asked.get(0)).containsEntry("code", "4/0Abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/?code=1&state=forged", "code=1", "nonsense", "http://x/?error=access_denied"
            })
    void an_address_that_answers_another_question_is_refused(String pasted) throws Exception {
        var typed = new ByteArrayInputStream((pasted + "\n").getBytes(UTF_8));
        var ended = started("gmail", typed);
        await().atMost(SOON).until(ended::isDone);
        assertThat(ended.get()).isEqualTo(1);
        assertThat(tokens.asked).isEmpty();
        assertThat(secret).doesNotExist();
    }

    @Test
    void a_consent_without_lasting_access_is_told() throws Exception {
        tokens.answers(n -> n == 1 ? DEVICE : EmulatedTokenServer.token("token-1", 3600));
        assertThat(login("outlook", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains("gave no refresh token", "offline_access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3", "smtp"})
    void an_application_logs_in_without_a_person(String protocol) throws Exception {
        assertThat(login("microsoft365", protocol)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Logged in at 127.0.0.1").contains("by " + protocol);
        assertThat(secret).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            imap | https://graph.microsoft.com/     | IMAP.AccessAsApp | for another server (its audience is https://graph.microsoft.com/ | https://outlook.office365.com/.default
            imap | https://outlook.office365.com    | SMTP.SendAsApp   | lacks the permission IMAP.AccessAsApp | add IMAP.AccessAsApp, then Grant admin consent
            pop3 | https://outlook.office365.com/   | IMAP.AccessAsApp | lacks the permission POP.AccessAsApp | add POP.AccessAsApp
            imap | https://outlook.office365.com    | IMAP.AccessAsApp | refuses the access token | that of App registrations is another
            smtp | https://OUTLOOK.office365.com    | SMTP.SendAsApp   | refuses the access token | New-ServicePrincipal
            """)
    void a_token_that_the_mail_server_refuses_is_told_with_the_mistake_that_it_is(
            String protocol, String audience, String permission, String problem, String remedy) throws Exception {
        String claims = "{\"aud\":\"%s\",\"roles\":[\"%s\"]}".formatted(audience, permission);
        String token = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(UTF_8)) + ".c2lnbmF0dXJl";
        tokens.answers(n -> EmulatedTokenServer.token(token, 3600));
        assertThat(login("microsoft365", protocol)).isEqualTo(1);
        assertThat(err.toString()).contains(problem).contains(remedy).doesNotContain(token);
        assertThat(out.toString()).contains("gave an access token for " + ADDRESS, audience, permission);
    }

    @Test
    void SMTP_AUTH_that_is_off_is_told() throws Exception {
        try (var server = new RefusingSmtp(
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.")) {
            tokens.withProvider(config, "microsoft365");
            assertThat(run(account("microsoft365", "smtp", server.port()), InputStream.nullInputStream()))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("SMTP AUTH is off", "-SmtpClientAuthenticationDisabled $false");
    }

    @Test
    void a_consent_of_another_person_is_not_kept() throws Exception {
        mail.setUser(ADDRESS, ADDRESS, "another");
        tokens.answers(n -> n == 1 ? DEVICE : CONSENT);
        assertThat(login("outlook", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains("give consent as username", "was not saved");
        assertThat(secret).doesNotExist();
    }

    @Test
    void a_secret_that_is_wrong_has_its_provider_s_remedy() throws Exception {
        tokens.answers(n -> EmulatedTokenServer.refusal("invalid_client", "AADSTS7000222: keys are expired."));
        assertThat(login("microsoft365", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains("AADSTS7000222", "The client secret has expired");
    }

    @Test
    void a_setting_that_is_missing_is_named_before_anybody_is_asked() throws Exception {
        settings.remove("shop.client-id");
        assertThat(login("outlook", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains("shop.client-id has no value");
        assertThat(tokens.asked).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_before_anybody_is_asked() throws Exception {
        secret = Files.writeString(config.resolve("a-file"), "").resolve("shop.refresh-token");
        assertThat(login("outlook", "imap")).isEqualTo(1);
        assertThat(err.toString()).contains("could not be written", "--to");
        assertThat(tokens.asked).isEmpty();
    }

    @Test
    void a_password_is_tried_too() throws Exception {
        mail.setUser("p@redress.test", "p@redress.test", "right");
        var account = account("", "imap", mail.getImap().getPort());
        assertThat(run(account, InputStream.nullInputStream())).isEqualTo(1);
        assertThat(err.toString()).contains("refuses the login of " + ADDRESS, "app password");
    }

    @Test
    void a_mailbox_that_does_not_exist_is_told_with_the_nearest() {
        CommandRun run = CommandRun.of("mailbox", "login", "complaint-mailbox");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no mailbox channel 'complaint-mailbox'", "complaints-mailbox");
    }

    @Test
    void the_shipped_mailbox_and_mail_server_are_found() {
        for (String name : List.of("complaints-mailbox", "mail-server")) {
            CommandRun run = CommandRun.of("mailbox", "login", name);
            assertThat(run.out() + run.err()).doesNotContain("there is no mailbox channel");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    private int login(String provider, String protocol) throws Exception {
        tokens.withProvider(config, provider);
        return run(account(provider, protocol, port(protocol)), InputStream.nullInputStream());
    }

    private CompletableFuture<Integer> started(String provider, InputStream in) throws IOException {
        tokens.withProvider(config, provider);
        MailAccount account = account(provider, "imap", port("imap"));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run(account, in);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private int run(MailAccount account, InputStream in) throws IOException, InterruptedException {
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), in);
        Files.createDirectories(config.resolve("oauth"));
        OAuthProviders providers = OAuthProviders.read(config.resolve("oauth"));
        return new MailboxLogin(account, providers, settings::get, secret, terminal, clock, time -> {
                    pauses.add(time.toSeconds());
                    clock.pass(time);
                })
                .run();
    }

    private int port(String protocol) {
        return switch (protocol) {
            case "imap" -> mail.getImap().getPort();
            case "pop3" -> mail.getPop3().getPort();
            default -> mail.getSmtp().getPort();
        };
    }

    private static MailAccount account(String provider, String protocol, int port) {
        return new MailAccount(
                "shop",
                protocol,
                "127.0.0.1",
                port,
                false,
                ADDRESS,
                provider.isEmpty() ? "wrong" : "",
                provider,
                "shop",
                "INBOX",
                Duration.ofSeconds(20));
    }

    private String address() {
        await().atMost(SOON).until(() -> out.toString().contains("press Enter"));
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("https://"))
                .findFirst()
                .orElseThrow();
    }

    private static String part(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        assertThat(found.find()).as(name).isTrue();
        return URLDecoder.decode(found.group(1), UTF_8);
    }

    private static int visit(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String base64Sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}

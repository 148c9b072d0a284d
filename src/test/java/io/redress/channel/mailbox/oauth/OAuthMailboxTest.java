package io.redress.channel.mailbox.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.MailboxChannel;
import io.redress.encryption.AesGcm;
import io.redress.ledger.mailbox.SqlRefreshTokens;
import io.redress.reply.OutgoingMessages;
import io.redress.testing.OwnDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail servers that take the token as XOAUTH2 says: GreenMail, which compares it with what stands for a password. */
class OAuthMailboxTest extends OwnDatabase {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] MAIL =
            "From: c@redress.test\r\nTo: li@example.com\r\nSubject: Your number\r\n\r\nR-1\r\n".getBytes(US_ASCII);
    private static final String ADDRESS = MailboxChannel.ADDRESS;

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        ServerSetup.IMAP.dynamicPort(), ServerSetup.POP3.dynamicPort(), ServerSetup.SMTP.dynamicPort()
    });
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "mailbox.tenant-id",
            "contoso",
            "mailbox.client-id",
            "app",
            "mailbox.client-secret",
            "secret",
            "mail-server.tenant-id",
            "contoso",
            "mail-server.client-id",
            "app",
            "mail-server.client-secret",
            "s"));

    @TempDir
    Path config;

    private EmulatedTokenServer tokens;
    private MailboxChannel hub;

    @BeforeEach
    void start() throws IOException {
        tokens = new EmulatedTokenServer();
        mail.start();
        mail.setUser(ADDRESS, ADDRESS, "token-1");
        hub = new MailboxChannel(database, Clock.systemUTC());
        var refreshTokens = new SqlRefreshTokens(
                jdbc, transaction.getTransactionManager(), new AesGcm(new byte[32]), Clock.systemUTC());
        OAuthProviders providers = OAuthProviders.read(tokens.withProvider(config, "microsoft365"));
        hub.camel
                .getRegistry()
                .bind("oauthLogins", new OAuthLogins(providers, settings::get, refreshTokens, Clock.systemUTC()));
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        mail.stop();
        tokens.close();
        jdbc.sql("truncate mailbox, mailbox_mail, item").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void mails_are_taken_with_a_token(String protocol) throws Exception {
        deliver("Order late");
        start(protocol);
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
        assertThat(tokens.asked).hasSize(1);
        assertThat(hub.problem("poll")).isNull();
    }

    @Test
    void a_refused_token_is_told_with_what_it_says_and_fetched_anew() throws Exception {
        String claims = "{\"aud\":\"https://graph.microsoft.com\",\"roles\":[\"Mail.Read\"]}";
        String wrong = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
        tokens.answers(n -> EmulatedTokenServer.token(n < 3 ? wrong : "token-1", 3600));
        deliver("Order late");
        start("imap");
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        ChannelProblem problem = hub.problem("poll");
        assertThat(problem.problem())
                .contains("refuses the access token for " + ADDRESS)
                .contains("its audience is https://graph.microsoft.com, its permissions are Mail.Read");
        assertThat(problem.remedy()).contains("https://outlook.office365.com/.default");
        assertThat(problem.words()).doesNotContain(wrong);
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
    }

    @Test
    void a_token_that_is_not_given_is_no_wrong_password_and_the_mails_come_once_it_is() throws Exception {
        tokens.answers(n -> EmulatedTokenServer.refusal("invalid_client", "AADSTS7000222: keys are expired."));
        deliver("Order late");
        start("imap");
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").problem()).contains("Microsoft 365 gives no access token for " + ADDRESS);
        assertThat(hub.problem("poll").remedy()).contains("The client secret has expired");
        tokens.answers(n -> EmulatedTokenServer.token("token-1", 3600));
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
        await().atMost(SOON).until(() -> hub.problem("poll") == null);
    }

    @Test
    void mails_are_sent_with_a_token_and_a_refused_one_is_fetched_anew() throws Exception {
        tokens.answers(n -> EmulatedTokenServer.token(n == 1 ? "not-this-one" : "token-1", 3600));
        var camel = new DefaultCamelContext();
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.getRegistry().bind("oauthLogins", hub.camel.getRegistry().lookupByName("oauthLogins"));
        camel.getRegistry().bind("outgoingMail", new OutgoingMessages());
        camel.getPropertiesComponent().setOverrideProperties(mailServer());
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("out.yaml", mailServerRoute()));
        camel.start();
        try (var template = camel.createProducerTemplate()) {
            var first = template.request(
                    "direct:out", exchange -> exchange.getMessage().setBody(MAIL));
            assertThat(first.getException()).hasMessageContaining("uthentication");
            var second = template.request(
                    "direct:out", exchange -> exchange.getMessage().setBody(MAIL));
            assertThat(second.getException()).isNull();
        } finally {
            camel.stop();
        }
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(tokens.asked).hasSize(2);
    }

    /** The step of the shipped route that sends mails. */
    private static String mailServerRoute() throws IOException {
        JsonNode sink = new YAMLMapper()
                .readTree(Path.of("routes/45-replies.camel.yaml").toFile()).findValues("to").stream()
                        .filter(to -> to.path("uri").asText().equals("kamelet:mail-sink"))
                        .findFirst()
                        .orElseThrow();
        return "[{\"route\": {\"from\": {\"uri\": \"direct:out\", \"steps\": [{\"to\": " + sink + "}]}}}]";
    }

    private Properties mailServer() {
        var server = new Properties();
        server.put("mail-server.protocol", "smtp");
        server.put("mail-server.host", "127.0.0.1");
        server.put("mail-server.port", String.valueOf(mail.getSmtp().getPort()));
        server.put("mail-server.start-tls", "false");
        server.put("mail-server.username", ADDRESS);
        server.put("mail-server.oauth", "microsoft365");
        return server;
    }

    private void start(String protocol) throws Exception {
        boolean pop = protocol.equals("pop3");
        var parameters = new TreeMap<>(Map.of(
                "protocol", protocol, "oauth", "microsoft365", "settings", "mailbox", "delete", String.valueOf(pop)));
        hub.start(pop ? mail.getPop3().getPort() : mail.getImap().getPort(), parameters);
    }

    private void deliver(String subject) {
        GreenMailUtil.sendTextEmail(
                ADDRESS, "li@example.com", subject, "It is late", mail.getSmtp().getServerSetup());
    }
}

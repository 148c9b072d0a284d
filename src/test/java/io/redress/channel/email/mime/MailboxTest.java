package io.redress.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.channel.email.MailFixtures;
import io.redress.channel.mailbox.MailboxChannel;
import io.redress.handoff.IntakeBackPressure;
import io.redress.intake.RawMessage;
import io.redress.testing.OwnDatabase;
import jakarta.mail.Flags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mailbox channel as {@code routes/} wires it, against a real mail server; only the hand-off is a stand-in. */
class MailboxTest extends OwnDatabase {

    private static final String ADDRESS = "complaints@redress.test";
    private static final String PASSWORD = "r+d%&=?s)";

    private static final Duration SOON = Duration.ofMinutes(1);

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort(), ServerSetup.POP3.dynamicPort()
    });
    private final MailboxChannel channel = new MailboxChannel(database, Clock.systemUTC());
    private final IntakeBackPressure backPressure = channel.backPressure;
    private final List<RawMessage> taken = channel.taken;
    private final DefaultCamelContext camel = channel.camel;

    @BeforeEach
    void startServer() {
        server.start();
        server.setUser(ADDRESS, ADDRESS, PASSWORD);
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop();
        jdbc.sql("truncate mailbox, mailbox_mail, item").update(); // GreenMail numbers mailboxes by the second
    }

    @Test
    void a_mail_is_handed_off_byte_for_byte_and_then_marked() throws Exception {
        start("imap", Map.of());
        byte[] mail = MailFixtures.mail("gbk-colour-difference");
        deliver(mail);
        await().atMost(SOON).until(() -> taken.size() == 1 && seen() == 1);
        RawMessage raw = taken.get(0);
        assertThat(MailboxChannel.text(raw)).contains(new String(mail, ISO_8859_1).strip());
        assertThat(raw.channel()).isEqualTo("complaints-mailbox");
        assertThat(raw.format()).isEqualTo("email");
        assertThat(raw.attributes()).containsExactlyEntriesOf(Map.of("address", ADDRESS));
    }

    @Test
    void a_mail_whose_hand_off_fails_stays_unseen_and_is_taken_at_a_later_poll() throws Exception {
        channel.broken = mail -> true;
        start("imap", Map.of());
        deliver(MailFixtures.mail("plain-text"));
        await().atMost(SOON).during(Duration.ofSeconds(1)).until(() -> seen() == 0 && taken.isEmpty());
        channel.broken = mail -> false;
        await().atMost(SOON).until(() -> taken.size() == 1 && seen() == 1);
    }

    @Test
    void a_mailbox_is_left_alone_while_the_hub_takes_nothing_in() throws Exception {
        backPressure.set("too much waits");
        start("imap", Map.of());
        deliver(MailFixtures.mail("plain-text"));
        await().atMost(SOON).during(Duration.ofSeconds(1)).until(() -> seen() == 0 && taken.isEmpty());
        backPressure.set(null);
        await().atMost(SOON).until(() -> taken.size() == 1 && seen() == 1);
    }

    @Test
    void a_mail_that_cannot_be_handed_off_blocks_none_behind_it() throws Exception {
        channel.broken = mail -> mail.contains("poison");
        start("imap", Map.of("batch", "2"));
        deliver("Subject: poison\r\n\r\nx".getBytes(UTF_8));
        deliver(MailFixtures.mail("plain-text"));
        deliver(MailFixtures.mail("plain-english"));
        await().atMost(SOON).until(() -> taken.size() == 2 && seen() == 2);
    }

    @Test
    void a_mail_whose_envelope_the_server_cannot_tell_is_handed_off() throws Exception {
        start("imap", Map.of());
        deliver("From: <a@\u00e9\u00e8\u00ff>\r\nSubject: no envelope\r\n\r\n".getBytes(ISO_8859_1));
        await().atMost(SOON).until(() -> taken.size() == 1 && seen() == 1);
    }

    @Test
    void ugly_mails_are_all_handed_off() throws Exception {
        start("imap", Map.of());
        List<String> ugly = List.of(
                "unknown-charset",
                "broken-base64",
                "no-from",
                "duplicate-headers",
                "nul-bytes",
                "missing-boundary",
                "raw-gbk-header",
                "very-long-lines",
                "unclosed-multipart",
                "header-only",
                "bounce-dsn");
        for (String name : ugly) {
            deliver(MailFixtures.mail(name));
        }
        await().atMost(SOON).until(() -> taken.size() == ugly.size() && seen() == ugly.size());
    }

    @Test
    void of_a_mail_that_is_too_big_the_start_is_taken_and_the_mailbox_keeps_it() throws Exception {
        start("imap", Map.of("maxSize", "2000", "delete", "true"));
        deliver(("Subject: big\r\n\r\n" + "large ".repeat(1000)).getBytes(UTF_8));
        deliver(MailFixtures.mail("plain-english"));
        await().atMost(SOON).until(() -> taken.size() == 2 && messages().size() == 1 && seen() == 1);
        assertThat(taken.get(0).original().size()).isEqualTo(2000);
        assertThat(taken.get(0).attribute("incomplete")).contains("2000 bytes");
    }

    @Test
    void a_mail_that_was_taken_is_moved_where_the_channel_says() throws Exception {
        start("imap", Map.of("moveTo", "Done"));
        deliver(MailFixtures.mail("plain-text"));
        await().atMost(SOON).until(() -> messages().isEmpty() && taken.size() == 1);
        var user = server.getUserManager().getUser(ADDRESS);
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(user, "Done")
                        .getMessageCount())
                .isEqualTo(1);
    }

    @Test
    void a_pop3_mailbox_is_emptied() throws Exception {
        start("pop3", Map.of("delete", "true"));
        deliver(MailFixtures.mail("plain-text"));
        await().atMost(SOON).until(() -> taken.size() == 1 && messages().isEmpty());
    }

    @Test
    void of_two_mails_with_one_message_id_only_the_one_that_was_handed_off_is_deleted() throws Exception {
        channel.broken = mail -> mail.contains("first");
        deliver("Message-ID: <same@x>\r\nSubject: first\r\n\r\nx".getBytes(UTF_8));
        deliver("Message-ID: <same@x>\r\nSubject: second\r\n\r\nx".getBytes(UTF_8));
        start("pop3", Map.of("delete", "true"));
        await().atMost(SOON).until(() -> messages().size() == 1);
        assertThat(messages().get(0).getMimeMessage().getSubject()).isEqualTo("first");
        channel.broken = mail -> false;
        await().atMost(SOON).until(() -> messages().isEmpty());
        assertThat(taken).hasSize(2);
    }

    @Test
    void a_mailbox_that_cannot_log_in_is_unhealthy() throws Exception {
        start("imap", Map.of("password", "wrong"));
        await().atMost(SOON).until(() -> HealthCheckHelper.invokeReadiness(camel).stream()
                .anyMatch(result -> result.getState() == HealthCheck.State.DOWN
                        && String.valueOf(result.getError()).contains("AuthenticationFailed")));
    }

    @Test
    void a_mailbox_that_is_not_enabled_is_not_polled() throws Exception {
        start("imap", Map.of("enabled", "false"));
        assertThat(camel.getRoutes())
                .noneMatch(route -> route.getEndpoint().getEndpointUri().startsWith("imap"));
    }

    private void start(String protocol, Map<String, String> settings) throws Exception {
        var mailbox = new Properties();
        mailbox.put("mailbox.enabled", settings.getOrDefault("enabled", "true"));
        mailbox.put("mailbox.protocol", protocol);
        mailbox.put("mailbox.host", "127.0.0.1");
        mailbox.put(
                "mailbox.port",
                String.valueOf(
                        protocol.equals("imap")
                                ? server.getImap().getPort()
                                : server.getPop3().getPort()));
        mailbox.put("mailbox.username", ADDRESS);
        mailbox.put("mailbox.password", settings.getOrDefault("password", PASSWORD));
        mailbox.put("mailbox.address", ADDRESS);
        mailbox.put("mailbox.period", "100");
        settings.forEach((name, value) -> mailbox.put("camel.kamelet.mail-source." + name, value));
        camel.getPropertiesComponent().setOverrideProperties(mailbox);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hand-off")
                        .process(exchange -> taken.add(exchange.getMessage().getBody(RawMessage.class)));
            }
        });
        var file = Path.of("routes/channels/complaints-mailbox.camel.yaml").toAbsolutePath();
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file));
        camel.start();
    }

    /** As SMTP delivers it, without a client's fixing in between. */
    private void deliver(byte[] mail) throws Exception {
        try (var socket = new Socket("127.0.0.1", server.getSmtp().getPort())) {
            var out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(reply(in)).startsWith("220");
            for (String line : List.of("HELO test", "MAIL FROM:<a@b.test>", "RCPT TO:<" + ADDRESS + ">", "DATA")) {
                out.write((line + "\r\n").getBytes(UTF_8));
                assertThat(reply(in)).matches("[23].*");
            }
            String dotted = new String(mail, ISO_8859_1).replace("\n.", "\n..");
            out.write((dotted + "\r\n.\r\n").getBytes(ISO_8859_1));
            assertThat(reply(in)).startsWith("250");
        }
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line;
    }

    private List<StoredMessage> messages() throws Exception {
        var user = server.getUserManager().getUser(ADDRESS);
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    private long seen() throws Exception {
        return messages().stream()
                .filter(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }
}

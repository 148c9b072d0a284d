package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.channel.mailbox.oauth.OAuthLogins;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every parameter of {@code mail-source} does what its description says. */
class MailSourceParametersTest extends FakeMailServers {

    @Test
    void no_parameter_is_untested() throws IOException {
        Set<String> parameters = new TreeSet<>();
        new YAMLMapper()
                .readTree(Path.of("routes/kamelets/mail-source.kamelet.yaml").toFile())
                .at("/spec/definition/properties")
                .fieldNames()
                .forEachRemaining(parameters::add);
        Set<String> tested = Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(java.lang.reflect.Method::getName)
                .flatMap(name -> Arrays.stream(name.split("__")[0].split("_and_")))
                .collect(Collectors.toCollection(TreeSet::new));
        tested.remove("no_parameter_is_untested");
        assertThat(tested).containsAll(parameters);
    }

    @Test
    void channel_and_address_and_trustedServers__go_with_every_mail() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        MailboxChannel hub = hub(
                server,
                Map.of("channel", "returns", "address", "returns@example.com", "trustedServers", "mx.example.com"));
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
        assertThat(hub.taken.get(0).channel()).isEqualTo("returns");
        assertThat(hub.taken.get(0).attributes())
                .isEqualTo(Map.of("address", "returns@example.com", "trustedServers", "mx.example.com"));
    }

    @Test
    void host_and_port_and_protocol_and_startTls__make_the_connection() throws Exception {
        FakeImap server = server(); // knows no STARTTLS
        MailboxChannel hub = hub(server, Map.of("startTls", "true"));
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").problem())
                .contains("No encrypted connection to 127.0.0.1 port " + server.port());
        MailboxChannel tls = hub(server, Map.of("protocol", "imaps", "channel", "tls"));
        await().atMost(SOON).until(() -> !tls.problems.of("tls").isEmpty());
        assertThat(tls.problems.of("tls").get(0).problem().problem()).contains("No encrypted connection");
        assertThat(server.count("LOGIN")).isZero();
    }

    @Test
    void username_and_password__log_in() throws Exception {
        FakeImap server = server();
        hub(server, Map.of("username", "li", "password", "RAW(p+w)"));
        await().atMost(SOON).until(() -> server.logins.contains("li p+w"));
    }

    @Test
    void oauth_and_settings__say_where_an_access_token_comes_from() throws Exception {
        FakeImap server = server();
        MailboxChannel hub = channel(Clock.systemUTC());
        OAuthProviders providers = OAuthProviders.read(Path.of("config/oauth"));
        hub.camel.getRegistry().bind("oauthLogins", new OAuthLogins(providers, key -> null, null, Clock.systemUTC()));
        hub.start(server.port(), Map.of("oauth", "gmail", "settings", "returns"));
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").problem()).isEqualTo("returns.client-id has no value");
        assertThat(server.logins).isEmpty();
    }

    @Test
    void folder__is_the_one_that_is_polled() throws Exception {
        FakeImap server = server();
        hub(server, Map.of("folder", "Complaints"));
        await().atMost(SOON).until(() -> server.count("SELECT Complaints") > 0);
    }

    @Test
    void recipientHeaders_and_unknownRecipients__go_with_every_mail() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("recipientHeaders", "X-Original-To", "unknownRecipients", "ignore"));
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
        assertThat(hub.taken.get(0).attributes())
                .containsEntry("recipientHeaders", "X-Original-To")
                .containsEntry("unknownRecipients", "ignore");
    }

    @Test
    void folders__are_polled_in_place_of_folder() throws Exception {
        FakeImap server = server();
        hub(server, Map.of("folders", "One, Two", "folder", "Three"));
        await().atMost(SOON).until(() -> server.count("SELECT One") > 0 && server.count("SELECT Two") > 0);
        assertThat(server.count("SELECT Three")).isZero();
    }

    @Test
    void idle__can_be_switched_off() throws Exception {
        FakeImap server = server(MailServerFault.IDLES);
        hub(server, Map.of("idle", "false"));
        await().atMost(SOON).until(() -> server.count("UID SEARCH") > 3);
        assertThat(server.connections).isEqualTo(1);
    }

    @Test
    void moveTo__takes_the_mails_away() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        hub(server, Map.of("moveTo", "投诉"));
        await().atMost(SOON).until(() -> server.mails.isEmpty());
        assertThat(server.commands).contains("UID COPY 1 &YpWLyQ-");
    }

    @Test
    void delete__takes_the_mails_away() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        hub(server, Map.of("delete", "true"));
        await().atMost(SOON).until(() -> server.mails.isEmpty());
        assertThat(server.seen).isEmpty();
    }

    @Test
    void mark__leaves_the_mails_as_they_are_when_it_is_false() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("mark", "false"));
        await().atMost(SOON).until(() -> hub.taken.size() == 1 && server.count("UID SEARCH") > 3);
        assertThat(server.seen).isEmpty();
        assertThat(hub.taken).hasSize(1);
    }

    @Test
    void period__is_the_time_between_two_polls() throws Exception {
        FakeImap often = server();
        FakeImap seldom = server();
        hub(often, Map.of("period", "50"));
        hub(seldom, Map.of("period", "600000", "channel", "seldom"));
        await().atMost(SOON).until(() -> often.count("UID SEARCH") > 10);
        assertThat(seldom.count("UID SEARCH")).isLessThan(2);
    }

    @Test
    void timeLimit__ends_the_wait_for_an_answer() throws Exception {
        FakeImap server = server(MailServerFault.HANGS);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("timeLimit", "300", "tries", "1", "mailTimeLimit", "3600000"));
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        assertThat(hub.problem("set-aside").words()).contains("Read timed out");
    }

    @Test
    void mailTimeLimit__ends_a_mail_that_comes_and_comes() throws Exception {
        FakeImap server = server(MailServerFault.DRIPS);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("timeLimit", "60000", "mailTimeLimit", "700", "tries", "1"));
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        assertThat(hub.problem("set-aside").words()).contains("longer than 700 ms");
    }

    @Test
    void tries__are_made_before_a_mail_is_set_aside() throws Exception {
        FakeImap server = server(MailServerFault.FETCH_BAD);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("tries", "5"));
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        assertThat(server.count("UID FETCH 1 (UID BODY.PEEK")).isEqualTo(5);
    }

    @Test
    void batch__is_what_a_poll_takes_at_most() throws Exception {
        FakeImap server = server();
        for (int i = 0; i < 5; i++) {
            server.deliver("mail" + i);
        }
        MailboxChannel hub = hub(server, Map.of("batch", "2"));
        await().atMost(SOON).until(() -> hub.taken.size() == 5);
        assertThat(server.count("UID SEARCH")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void maxSize__cuts_a_bigger_mail_which_stays() throws Exception {
        FakeImap server = server();
        server.deliver(("Subject: Order big\r\n\r\n" + "large ".repeat(1000)).getBytes(StandardCharsets.US_ASCII));
        MailboxChannel hub = hub(server, Map.of("maxSize", "2000", "delete", "true"));
        await().atMost(SOON).until(() -> server.seen.contains(1L));
        assertThat(hub.taken.get(0).original().size()).isEqualTo(2000);
        assertThat(hub.taken.get(0).attribute("incomplete")).contains("2000 bytes");
        assertThat(server.mails).hasSize(1);
    }

    private MailboxChannel hub(FakeImap server, Map<String, String> parameters) throws Exception {
        return channel(Clock.systemUTC()).start(server.port(), parameters);
    }
}

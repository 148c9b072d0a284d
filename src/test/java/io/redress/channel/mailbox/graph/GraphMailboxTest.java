package io.redress.channel.mailbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.channel.mailbox.MailboxChannel;
import io.redress.channel.mailbox.login.MailAccount;
import io.redress.channel.mailbox.login.MailLogin;
import io.redress.channel.mailbox.oauth.EmulatedTokenServer;
import io.redress.channel.mailbox.oauth.OAuthLogins;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.channel.mailbox.oauth.RefreshTokens;
import io.redress.channel.mailbox.oauth.TokenRefusals;
import io.redress.testing.OwnDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox that is opened by Microsoft Graph. */
class GraphMailboxTest extends OwnDatabase {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "complaints-mailbox.tenant-id", "contoso",
            "complaints-mailbox.client-id", "app",
            "complaints-mailbox.client-secret", "secret"));

    @TempDir
    Path config;

    private EmulatedGraph graph;
    private EmulatedTokenServer tokens;
    private MailboxChannel hub;

    @BeforeEach
    void start() throws IOException {
        graph = new EmulatedGraph();
        tokens = new EmulatedTokenServer();
        tokens.answers(n -> EmulatedTokenServer.token(EmulatedGraph.TOKEN, 3600));
        hub = new MailboxChannel(database, Clock.systemUTC());
        OAuthProviders providers = OAuthProviders.read(tokens.withProvider(config, "microsoft-graph"));
        hub.camel
                .getRegistry()
                .bind(
                        "oauthLogins",
                        new OAuthLogins(providers, settings::get, RefreshTokens.none(), Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        hub.close();
        graph.close();
        tokens.close();
        jdbc.sql("truncate mailbox, mailbox_mail, item").update();
    }

    @Test
    void unread_mails_of_all_pages_are_taken_byte_for_byte_and_marked() throws Exception {
        for (String word : List.of("one", "two", "three", "four", "five")) {
            graph.deliver("id-inbox", "AAk" + word, word);
        }
        start(Map.of());
        await().atMost(SOON).until(() -> graph.read.size() == 5);
        assertThat(hub.words()).containsExactlyInAnyOrder("one", "two", "three", "four", "five");
        assertThat(hub.taken.get(0).original().inline()).isIn(graph.mails.values());
        assertThat(hub.problem("poll")).isNull();
        assertThat(tokens.asked.get(0)).containsEntry("scope", "https://graph.microsoft.com/.default");
    }

    @Test
    void a_mail_that_stays_unread_is_taken_once_also_after_a_start() throws Exception {
        graph.deliver("id-inbox", "a", "one");
        start(Map.of("mark", "false"));
        await().atMost(SOON)
                .until(() -> graph.count("GET /v1.0/users/c%40redress.test/mailFolders/id-inbox/messages") > 3);
        assertThat(hub.words()).containsExactly("one");
        assertThat(graph.read).isEmpty();
    }

    @Test
    void the_newest_of_many_mails_that_all_stay_unread_is_taken() throws Exception {
        for (int n = 100; n < 145; n++) {
            graph.deliver("id-inbox", "a" + n, "w" + n);
        }
        start(Map.of("mark", "false"));
        await().atMost(SOON).until(() -> hub.taken.size() == 45);
        assertThat(hub.words()).contains("w144").doesNotHaveDuplicates();
    }

    @Test
    void mails_are_moved_to_a_folder_that_is_made() throws Exception {
        graph.deliver("id-inbox", "a", "one");
        start(Map.of("moveTo", "It's done"));
        await().atMost(SOON).until(() -> "id-2".equals(graph.folderOf.get("a")));
        assertThat(graph.folders).containsEntry("It's done", "id-2");
        assertThat(graph.read).contains("a");
    }

    @Test
    void an_id_of_a_folder_is_the_server_s_whatever_signs_are_in_it() throws Exception {
        graph.folders.put("Done", "id-\"\\done");
        graph.deliver("id-inbox", "a", "one");
        start(Map.of("moveTo", "Done"));
        await().atMost(SOON).until(() -> "id-\"\\done".equals(graph.folderOf.get("a")));
    }

    @Test
    void mails_are_deleted() throws Exception {
        graph.deliver("id-inbox", "a", "one");
        start(Map.of("delete", "true"));
        await().atMost(SOON).until(() -> graph.mails.isEmpty() && hub.taken.size() == 1);
    }

    @Test
    void several_folders_are_polled_and_a_missing_one_is_told() throws Exception {
        graph.deliver("id-junk", "a", "one");
        start(Map.of("folders", "INBOX, Junk E-mail, 投诉"));
        await().atMost(SOON).until(() -> hub.words().contains("one") && hub.problem("poll of 投诉") != null);
        assertThat(hub.problem("poll of 投诉").problem()).isEqualTo("The mailbox has no folder 投诉");
        graph.folders.put("投诉", "id-complaints");
        graph.deliver("id-complaints", "b", "two");
        await().atMost(SOON).until(() -> hub.words().contains("two"));
        await().atMost(SOON).until(() -> hub.problems.of(MailboxChannel.NAME).isEmpty());
    }

    @Test
    void a_busy_server_is_left_alone_for_as_long_as_it_wants() throws Exception {
        graph.busy = 1;
        graph.deliver("id-inbox", "a", "one");
        start(Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
        assertThat(Duration.ofNanos(graph.times.get(1) - graph.times.get(0))).isGreaterThan(Duration.ofMillis(900));
        await().atMost(SOON).until(() -> hub.problem("poll") == null);
    }

    @Test
    void a_mail_that_cannot_be_fetched_is_set_aside_and_the_others_are_taken() throws Exception {
        graph.deliver("id-inbox", "a", "one");
        graph.deliver("id-inbox", "b", "two");
        graph.broken.add("a");
        start(Map.of("tries", "1"));
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        assertThat(hub.words()).containsExactly("two");
        assertThat(hub.problem("set-aside").words()).contains("ErrorInternalServerError");
    }

    @Test
    void a_refused_token_is_told_with_what_to_do() throws Exception {
        tokens.answers(n -> EmulatedTokenServer.token("another", 3600));
        start(Map.of());
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").problem()).contains("refuses the access token for c@redress.test");
        assertThat(hub.problem("poll").remedy()).contains("RBAC for Applications");
        assertThat(hub.problem("poll").words()).contains("InvalidAuthenticationToken");
    }

    @Test
    void a_token_that_is_not_given_is_told_as_such() throws Exception {
        tokens.answers(n -> EmulatedTokenServer.refusal("invalid_client", "AADSTS7000222: keys are expired."));
        start(Map.of());
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").problem()).contains("Microsoft Graph gives no access token");
    }

    @Test
    void a_page_elsewhere_is_not_asked_for_since_the_token_would_go_there() throws Exception {
        try (var elsewhere = new EmulatedGraph()) {
            graph.foreignPage = "http://127.0.0.1:" + elsewhere.port() + "/v1.0/users/x";
            graph.deliver("id-inbox", "a", "one");
            start(Map.of());
            await().atMost(SOON).until(() -> hub.problem("poll") != null);
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void an_administrator_can_log_in_by_hand() {
        var account = new MailAccount(
                "shop",
                "graph",
                "http://127.0.0.1",
                graph.port(),
                false,
                MailboxChannel.ADDRESS,
                "",
                "microsoft-graph",
                "shop",
                "INBOX",
                Duration.ofSeconds(20));
        TokenRefusals refusals = OAuthProviders.read(Path.of("config/oauth"))
                .get("microsoft-graph")
                .refused();
        assertThat(new MailLogin(account).withToken(EmulatedGraph.TOKEN, refusals))
                .isEmpty();
        assertThat(new MailLogin(account).withToken("another", refusals))
                .hasValueSatisfying(problem -> assertThat(problem.remedy()).contains("RBAC for Applications"));
    }

    private void start(Map<String, String> parameters) throws Exception {
        var all = new TreeMap<>(Map.of(
                "protocol", "graph", "host", "http://127.0.0.1", "oauth", "microsoft-graph", "timeLimit", "20000"));
        all.putAll(parameters);
        hub.start(graph.port(), all);
    }
}

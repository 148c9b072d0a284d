package io.redress.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.redress.channel.mailbox.MailboxChannel;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mailbox channel at a real server that is killed, numbers its mails anew, or takes rights away. */
@Tag("systems")
class DovecotIT extends OwnDatabase {

    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private Dovecot server;
    private MailboxChannel hub;

    @BeforeEach
    void start() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("Dovecot gives its processes users of their own")
                .isEqualTo("root");
        server = new Dovecot(folder);
        hub = new MailboxChannel(database, clock);
    }

    @AfterEach
    void end() {
        if (server == null) {
            return; // not root
        }
        hub.close();
        server.close();
        jdbc.sql("truncate mailbox, mailbox_mail, item").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void each_mail_is_taken_once_however_often_the_server_dies(String protocol) throws Exception {
        server.start();
        List<String> words = IntStream.range(0, 60).mapToObj(n -> "m" + n).toList();
        hub.start(port(protocol), Map.of("protocol", protocol, "delete", String.valueOf(protocol.equals("pop3"))));
        for (int n = 0; n < words.size(); n++) {
            server.deliver(words.get(n));
            int had = n;
            if (n % 20 == 10) {
                await().atMost(SOON).until(() -> hub.taken.size() > had - 10);
                server.kill();
                server.start();
            }
        }
        String left = protocol.equals("pop3") ? ".mail" : "/new/";
        await().atMost(SOON).until(() -> hub.taken.size() >= words.size() && server.count(".", left) == 0);
        assertThat(hub.words()).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void a_folder_that_is_numbered_anew_doubles_nothing_that_was_marked() throws Exception {
        server.start();
        server.deliver("one");
        server.deliver("two");
        hub.start(server.imap, Map.of());
        await().atMost(SOON).until(() -> server.count(".", ":2,S") == 2);

        server.kill();
        server.numberAnew();
        server.start();
        server.deliver("three");

        await().atMost(SOON).until(() -> server.count(".", ":2,S") == 3);
        assertThat(hub.words()).containsExactly("one", "two", "three");
    }

    @Test
    void a_folder_that_can_only_be_read_is_read_once_and_marked_when_it_may_be() throws Exception {
        server.rights("INBOX anyone lr");
        server.start();
        server.deliver("one");
        hub.start(server.imap, Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 1 && hub.problem("marks") != null);
        assertThat(hub.problem("marks").problem()).contains("can only be read");
        server.deliver("two");
        await().atMost(SOON).until(() -> hub.taken.size() == 2);

        server.kill();
        server.rights("");
        server.start();

        await().atMost(SOON).until(() -> server.count(".", ":2,S") == 2 && hub.problem("marks") == null);
        assertThat(hub.words()).containsExactly("one", "two");
    }

    @Test
    void a_folder_into_which_nothing_may_be_moved_is_told_and_gets_the_mails_when_it_may() throws Exception {
        server.rights("Done anyone lr");
        server.start();
        server.deliver("one");
        hub.start(server.imap, Map.of("moveTo", "Done"));
        await().atMost(SOON).until(() -> hub.problem("marks") != null);
        assertThat(hub.problem("marks").problem()).contains("cannot be marked or moved to folder Done");
        assertThat(hub.problem("marks").words()).isNotBlank();
        assertThat(hub.words()).containsExactly("one");

        server.kill();
        server.rights("");
        server.start();
        clock.pass(Duration.ofHours(2));

        await().atMost(SOON).until(() -> server.count(".Done", "") == 1 && hub.problem("marks") == null);
        assertThat(server.count(".", "")).isZero();
        assertThat(hub.words()).containsExactly("one");
    }

    private int port(String protocol) {
        return protocol.equals("imap") ? server.imap : server.pop3;
    }
}

package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server that tells of new mails: they are taken at once, however seldom the mailbox is polled. */
class IdleMailboxTest extends FakeMailServers {

    private static final Map<String, String> SELDOM = Map.of("period", "3600000");

    @Test
    void a_new_mail_is_taken_at_once() throws Exception {
        FakeImap server = server(MailServerFault.IDLES);
        MailboxChannel hub = channel(Clock.systemUTC()).start(server.port(), SELDOM);
        await().atMost(SOON).until(() -> server.idling.size() == 1);
        server.deliver("one");
        server.tellNews();
        await().atMost(SOON).until(() -> hub.words().contains("one"));
        server.deliver("two");
        server.tellNews();
        await().atMost(SOON).until(() -> hub.words().contains("two"));
        assertThat(server.count("IDLE")).as("it waits on").isEqualTo(1);
    }

    @Test
    void a_mail_that_came_before_the_hub_listened_is_taken_too() throws Exception {
        FakeImap server = server(MailServerFault.IDLES);
        channel(Clock.systemUTC()).start(server.port(), SELDOM);
        await().atMost(SOON).until(() -> server.count("UID SEARCH") >= 2); // the first poll, and one when it listens
    }

    @Test
    void a_server_that_does_not_know_it_is_only_polled() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        MailboxChannel hub = channel(Clock.systemUTC()).start(server.port(), Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 1 && server.count("UID SEARCH") > 5);
        assertThat(server.connections).isEqualTo(1);
        assertThat(server.count("IDLE")).isZero();
    }

    @Test
    void a_channel_that_stops_listens_no_more() throws Exception {
        FakeImap server = server(MailServerFault.IDLES);
        MailboxChannel hub = channel(Clock.systemUTC()).start(server.port(), SELDOM);
        await().atMost(SOON).until(() -> server.idling.size() == 1);
        hub.close();
        await().atMost(SOON).until(() -> ended(server));
        assertThat(server.connections).isEqualTo(2);
    }

    private static boolean ended(FakeImap server) {
        return server.open.stream().allMatch(Socket::isClosed);
    }

    @Test
    void waiting_is_renewed_over_the_same_connection() throws Exception {
        FakeImap server = server(MailServerFault.IDLES);
        try (var listening = new Listening(server, Duration.ofMillis(200))) {
            await().atMost(SOON).until(() -> server.count("IDLE") >= 4);
            assertThat(server.connections).isEqualTo(1);
            assertThat(listening.woken.get()).as("only at the beginning").isEqualTo(1);
        }
    }

    @Test
    void a_server_that_hangs_while_the_hub_waits_is_noticed() throws Exception {
        FakeImap server = server(MailServerFault.IDLE_HANGS);
        try (var listening = new Listening(server, Duration.ofMillis(200))) {
            await().atMost(SOON).until(() -> listening.woken.get() >= 3); // a mail may have come in between
            assertThat(server.connections).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void a_server_that_lets_nobody_wait_is_not_asked_without_a_pause() throws Exception {
        FakeImap server = server(MailServerFault.IDLE_ENDS);
        try (var listening = new Listening(server, Duration.ofMinutes(9))) {
            await().atMost(SOON).until(() -> server.count("IDLE") >= 2);
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> server.count("IDLE") < 20);
        }
    }

    @Test
    void a_connection_that_breaks_is_made_anew() throws Exception {
        FakeImap server = server(MailServerFault.IDLES);
        try (var listening = new Listening(server, Duration.ofMinutes(9))) {
            await().atMost(SOON).until(() -> server.idling.size() == 1);
            server.cut();
            await().atMost(SOON).until(() -> listening.woken.get() == 2);
        }
    }

    /** A listener of its own. */
    private static final class Listening implements AutoCloseable {

        private final AtomicInteger woken = new AtomicInteger();
        private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2);
        private final IdleListener listener;
        private final Thread thread;

        Listening(FakeImap server, Duration renewedAfter) {
            var settings = new MailboxSettings(
                    new MailboxFolderId("shop", "c", "INBOX"),
                    "imap",
                    "127.0.0.1",
                    server.port(),
                    "c@redress.test",
                    null,
                    false,
                    true,
                    10,
                    1 << 20,
                    3,
                    Duration.ofMillis(500),
                    Map.of(),
                    false);
            listener = new IdleListener(
                    Session.getInstance(new Properties()),
                    settings,
                    () -> new PasswordAuthentication("c", "x"),
                    clockwork,
                    renewedAfter,
                    Duration.ofMillis(50),
                    woken::incrementAndGet);
            thread = new Thread(listener, "listening");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws InterruptedException {
            listener.close();
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
            clockwork.shutdownNow();
        }
    }
}

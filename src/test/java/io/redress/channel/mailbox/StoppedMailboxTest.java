package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A poll that is slow while its channel is stopped, as by a token server or a database: it ends with the channel. */
@Timeout(60)
class StoppedMailboxTest extends FakeMailServers {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicBoolean resumed = new AtomicBoolean();

    @Test
    void a_poll_that_outlives_the_stop_talks_to_no_server_and_takes_no_mail() throws Exception {
        FakeImap server = server();
        server.deliver("one");
        MailboxChannel hub = hubWithSlowPoll(server);

        hub.camel.getRouteController().stopAllRoutes();
        slow.countDown();
        await().atMost(SOON).untilTrue(resumed);
        await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> server.connections == 0);

        assertThat(hub.taken).isEmpty();
        assertThat(server.seen).isEmpty();
        assertThat(hub.problems.of(MailboxChannel.NAME)).isEmpty();
    }

    private MailboxChannel hubWithSlowPoll(FakeImap server) throws Exception {
        MailboxChannel hub = channel(Clock.systemUTC());
        hub.camel.getShutdownStrategy().setTimeout(1); // then Camel stops the routes all the same
        hub.beforePoll = () -> {
            begun.countDown();
            awaitSlow();
            resumed.set(true);
        };
        hub.start(server.port(), Map.of("idle", "false"));
        begun.await();
        return hub;
    }

    /** As what waits for a database does, whatever interrupts it. */
    private void awaitSlow() {
        boolean over = false;
        while (!over) {
            try {
                slow.await();
                over = true;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}

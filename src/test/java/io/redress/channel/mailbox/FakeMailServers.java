package io.redress.channel.mailbox;

import io.redress.testing.OwnDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** Mail servers that misbehave as they are told, and channels that poll them; after each test both are closed and forgotten. */
abstract class FakeMailServers extends OwnDatabase {

    static final Duration SOON = Duration.ofSeconds(60);

    /** What can be wrong with one mail, so that it does not come. */
    static Stream<MailServerFault> faultsOfOneMail() {
        return Stream.of(
                MailServerFault.HANGS,
                MailServerFault.DROPS,
                MailServerFault.FETCH_NO,
                MailServerFault.FETCH_BAD,
                MailServerFault.NIL_BODY,
                MailServerFault.EMPTY_BODY,
                MailServerFault.HALF_BODY,
                MailServerFault.NO_BODY,
                MailServerFault.GARBLED_BODY,
                MailServerFault.DRIPS);
    }

    /** The latest first: a channel before its server. */
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose) {
            one.close();
        }
        jdbc.sql("truncate mailbox, mailbox_mail, item").update();
    }

    FakeImap server(MailServerFault... faults) throws IOException {
        return closed(new FakeImap(faults));
    }

    MailboxChannel channel(Clock clock) {
        return closed(new MailboxChannel(database, clock));
    }

    /** Has something closed after the test. */
    <T extends AutoCloseable> T closed(T one) {
        toClose.push(one);
        return one;
    }
}

package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mailboxes in which many mails wait: they are fetched, handed off and marked in groups. */
class MailsInGroupsTest extends FakeMailServers {

    private static final int GROUP = 50;
    private static final int MAILS = 20;
    private static final long VICTIM = 7;

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));

    static Stream<MailServerFault> faultsInAGroup() {
        return Stream.concat(
                faultsOfOneMail(),
                Stream.of(
                        MailServerFault.OTHER_BODY,
                        MailServerFault.ANNOUNCES_TOO_MUCH,
                        MailServerFault.ENDLESS,
                        MailServerFault.ENDLESS_FLAGS));
    }

    @ParameterizedTest
    @MethodSource("faultsInAGroup")
    void of_a_group_only_the_mail_that_cannot_be_fetched_is_set_aside(MailServerFault fault) throws Exception {
        FakeImap server = patient(fault);
        server.victim = VICTIM;
        for (long uid = 1; uid <= MAILS; uid++) {
            server.deliver(uid == VICTIM ? multipart() : plain("m" + uid));
        }
        server.mails.put(99L, plain("other"));
        server.seen.add(99L);
        MailboxChannel hub = hub(server, Map.of("mailTimeLimit", "1500", "maxSize", "1000000"));

        await().atMost(SOON).until(() -> hub.problem("set-aside") != null && server.seen.size() == MAILS);
        assertThat(server.ahead).isPositive();
        assertThat(server.seen).doesNotContain(VICTIM);
        assertThat(hub.words()).containsExactlyElementsOf(words(MAILS, VICTIM));
        assertThat(hub.problem("set-aside").problem()).contains("1 mail ", "UID 7 ");
        assertThat(jdbc.sql("select attributes->>'uid' from item")
                        .query(String.class)
                        .list())
                .containsExactly("7");
    }

    @Test
    void more_mails_than_a_group_are_asked_for_ahead_and_taken_once_in_their_order() throws Exception {
        FakeImap server = filled(3 * GROUP);
        MailboxChannel hub = hub(server, Map.of("period", "100000"));
        await().atMost(SOON).until(() -> server.seen.size() == 3 * GROUP);
        assertThat(hub.words()).containsExactlyElementsOf(words(3 * GROUP, 0));
        assertThat(server.ahead).isPositive();
        assertThat(server.count("UID STORE")).isLessThan(10);
        assertThat(server.connections).isOne();
    }

    @Test
    void a_mail_that_hangs_once_within_a_group_keeps_its_place() throws Exception {
        FakeImap server = filled(MAILS, MailServerFault.HANGS_ONCE);
        server.victim = VICTIM;
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == MAILS);
        assertThat(hub.words()).containsExactlyElementsOf(words(MAILS, 0));
    }

    @Test
    void a_server_that_bears_no_questions_ahead_is_asked_for_one_mail_after_the_other() throws Exception {
        FakeImap server = filled(3 * GROUP, MailServerFault.ASKED_AHEAD_DROPS);
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == 3 * GROUP);
        assertThat(hub.words()).containsExactlyElementsOf(words(3 * GROUP, 0));
        assertThat(server.connections).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from item").query(Long.class).single())
                .isZero();
    }

    @Test
    void answers_in_another_order_are_each_its_own_mail() throws Exception {
        FakeImap server = filled(MAILS, MailServerFault.ANSWERS_LAST_FIRST);
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == MAILS);
        assertThat(hub.words()).containsExactlyElementsOf(words(MAILS, 0));
        assertThat(server.ahead).isPositive();
    }

    @Test
    void what_one_poll_leaves_waiting_is_polled_at_once() throws Exception {
        FakeImap server = filled(MAILS);
        MailboxChannel hub = hub(server, Map.of("batch", "6", "period", "100000"));
        await().atMost(SOON).until(() -> server.seen.size() == MAILS);
        assertThat(hub.words()).containsExactlyElementsOf(words(MAILS, 0));
        assertThat(server.count("UID SEARCH")).isEqualTo(4);
    }

    @Test
    void nothing_of_a_group_is_marked_before_its_transaction_is_over() throws Exception {
        FakeImap server = filled(MAILS);
        List<Long> markedBefore = new CopyOnWriteArrayList<>();
        MailboxChannel hub = channel(clock);
        hub.camel.getRegistry().bind("mailboxServices", hub.services(work -> {
            boolean done = work.getAsBoolean();
            markedBefore.addAll(server.seen);
            return done;
        }));
        hub.start(server.port(), Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == MAILS);
        assertThat(markedBefore).isSubsetOf(1L);
        assertThat(hub.words()).containsExactlyElementsOf(words(MAILS, 0));
    }

    @Test
    void of_a_group_that_is_not_handed_off_only_what_is_by_itself_is_marked() throws Exception {
        FakeImap server = filled(MAILS);
        MailboxChannel hub = channel(clock);
        hub.camel.getRegistry().bind("mailboxServices", hub.services(work -> {
            throw new IllegalStateException("the broker is away");
        }));
        hub.broken = mail -> mail.contains("Order m7\r\n");
        hub.start(server.port(), Map.of());
        long[] others =
                LongStream.rangeClosed(1, MAILS).filter(uid -> uid != VICTIM).toArray();
        await().atMost(SOON).until(() -> server.seen.size() == others.length);
        assertThat(server.seen).doesNotContain(VICTIM);
        assertThat(hub.words()).containsExactlyElementsOf(words(MAILS, VICTIM));
    }

    @Test
    void a_mailbox_by_pop3_with_more_mails_than_a_group_is_emptied() throws Exception {
        FakePop3 server = closed(new FakePop3(MailServerFault.COPY_NO));
        for (int i = 1; i <= 2 * GROUP; i++) {
            server.deliver("m" + i);
        }
        MailboxChannel hub = channel(clock);
        hub.start(server.port(), Map.of("protocol", "pop3", "delete", "true"));
        await().atMost(SOON).until(() -> server.mails.isEmpty());
        assertThat(hub.words()).containsExactlyInAnyOrderElementsOf(words(2 * GROUP, 0));
    }

    private FakeImap patient(MailServerFault... faults) throws Exception {
        FakeImap server = server(faults);
        server.patience = 300;
        return server;
    }

    private FakeImap filled(int mails, MailServerFault... faults) throws Exception {
        FakeImap server = patient(faults);
        for (int i = 1; i <= mails; i++) {
            server.deliver(plain("m" + i));
        }
        return server;
    }

    private static List<String> words(int mails, long without) {
        return IntStream.rangeClosed(1, mails)
                .filter(i -> i != without)
                .mapToObj(i -> "m" + i)
                .toList();
    }

    private MailboxChannel hub(FakeImap server, Map<String, String> parameters) throws Exception {
        return channel(clock).start(server.port(), parameters);
    }

    private static byte[] plain(String word) {
        return ("From: a@example.com\r\nSubject: Order " + word + "\r\n\r\nIt is broken.\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] multipart() {
        return ("From: a@example.com\r\nSubject: Order multi\r\nContent-Type: multipart/mixed;\r\n boundary=\"b 1\"\r\n\r\n"
                        + "--b 1\r\nContent-Type: text/plain\r\n\r\nIt is broken, and here is why: it does not cool.\r\n"
                        + "--b 1--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}

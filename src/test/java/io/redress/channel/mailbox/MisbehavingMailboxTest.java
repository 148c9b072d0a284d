package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.channel.ChannelProblem;
import io.redress.testing.SetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mailboxes as they are in the wild: one bad mail, flags that are refused or forgotten, folders that can only be read. */
class MisbehavingMailboxTest extends FakeMailServers {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));

    @ParameterizedTest
    @MethodSource("faultsOfOneMail")
    void a_mail_that_cannot_be_fetched_is_set_aside_and_the_others_are_taken(MailServerFault fault) throws Exception {
        FakeImap server = server(fault);
        server.deliver(fault == MailServerFault.HALF_BODY ? multipart() : plain("one"));
        server.deliver("two");
        server.deliver("three");
        MailboxChannel hub = hub(server, Map.of("mailTimeLimit", "1500"));

        await().atMost(SOON).until(() -> hub.problem("set-aside") != null && server.seen.size() == 2);
        assertThat(hub.words()).containsExactlyInAnyOrder("two", "three");
        assertThat(server.seen).containsExactlyInAnyOrder(2L, 3L);
        Map<String, Object> item = item();
        assertThat(item.get("state")).isEqualTo("set-aside");
        assertThat(item.get("reason").toString())
                .contains(
                        "UID 1 in folder INBOX of c@redress.test at 127.0.0.1",
                        "3 times",
                        "next at 2026-07-01T08:01:00Z");
        assertThat(item.get("attributes").toString()).contains("\"uid\": \"1\"", "\"folder\": \"INBOX\"");
        assertThat(hub.problem("set-aside").problem()).contains("1 mail ", "UID 1 ");
    }

    @Test
    void a_mail_that_was_set_aside_is_tried_again_with_growing_pauses_and_taken_when_it_comes() throws Exception {
        FakeImap server = server(MailServerFault.FETCH_NO);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        long tries = server.count("UID FETCH 1 (UID BODY.PEEK");
        assertThat(tries).isEqualTo(3);

        clock.pass(Duration.ofSeconds(61));
        await().atMost(SOON).until(() -> item().get("reason").toString().contains("4 times"));
        assertThat(item().get("reason").toString()).contains("next at 2026-07-01T08:03:01Z");
        assertThat(item().get("reason").toString())
                .contains("message cannot be read")
                .doesNotContain(" NO ");

        server.faults.clear();
        clock.pass(Duration.ofSeconds(121));
        await().atMost(SOON).until(() -> server.seen.contains(1L));
        assertThat(hub.words()).containsExactly("one");
        assertThat(hub.taken.get(0).id())
                .as("its item goes on")
                .isEqualTo(item().get("id").toString());
        await().atMost(SOON).until(() -> hub.problem("set-aside") == null);
    }

    @Test
    void a_mail_that_was_set_aside_is_known_after_a_restart() throws Exception {
        FakeImap server = server(MailServerFault.DROPS);
        server.deliver("one");
        MailboxChannel before = hub(server, Map.of());
        await().atMost(SOON).until(() -> before.problem("set-aside") != null);
        before.close();
        long tries = server.count("UID FETCH 1 (UID BODY.PEEK");

        server.deliver("two");
        MailboxChannel after = hub(server, Map.of());
        await().atMost(SOON).until(() -> after.problem("set-aside") != null && server.seen.contains(2L));
        assertThat(server.count("UID FETCH 1 (UID BODY.PEEK")).isEqualTo(tries);
        assertThat(jdbc.sql("select count(*) from item").query(Long.class).single())
                .isOne();
    }

    @Test
    void a_mail_that_was_set_aside_and_is_in_the_mailbox_no_more_ends_in_the_ledger() throws Exception {
        FakeImap server = server(MailServerFault.NIL_BODY);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        server.mails.clear();
        clock.pass(Duration.ofMinutes(2));
        await().atMost(SOON).until(() -> hub.problem("set-aside") == null);
        assertThat(item().get("state")).isEqualTo("invalid");
        assertThat(item().get("reason").toString()).contains("has it no more");
    }

    @Test
    void a_mail_that_was_handed_off_before_a_crash_is_not_handed_off_under_its_item_again() throws Exception {
        FakeImap server = server(MailServerFault.FETCH_NO);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        jdbc.sql("update item set state = 'ticketed'").update();
        server.faults.clear();
        clock.pass(Duration.ofMinutes(2));
        await().atMost(SOON).until(() -> server.seen.contains(1L));
        assertThat(hub.taken).isEmpty();
        assertThat(item().get("state")).isEqualTo("ticketed");
    }

    @Test
    void a_connection_that_breaks_between_hand_off_and_mark_doubles_nothing_and_the_mark_is_made_up_for()
            throws Exception {
        FakeImap server = server();
        var cut = new AtomicBoolean();
        MailboxChannel hub = channel(clock);
        hub.broken = mail -> {
            if (mail.contains("two") && cut.compareAndSet(false, true)) {
                cut(server);
            }
            return false;
        };
        for (String word : List.of("one", "two", "three")) {
            server.deliver(word);
        }
        hub.start(server.port(), Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == 3);
        assertThat(hub.words()).containsExactlyInAnyOrder("one", "two", "three");
    }

    private static void cut(FakeImap server) {
        try {
            server.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_connection_that_breaks_comes_back_as_one_connection() throws Exception {
        FakeImap server = server(MailServerFault.DROPS);
        server.deliver("one");
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        assertThat(server.connections).as("one more for each try").isEqualTo(4);
        assertThat(server.count("STATUS")).isZero();
    }

    @Test
    void a_mail_that_hangs_once_is_taken_at_its_next_try() throws Exception {
        FakeImap server = server(MailServerFault.HANGS_ONCE);
        server.deliver("one");
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == 2);
        assertThat(hub.words()).containsExactly("two", "one");
        assertThat(jdbc.sql("select count(*) from item").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NO_SIZES",
                "SIZES_TOO_SMALL",
                "SIZES_TOO_BIG",
                "BYE_AFTER_BODY",
                "SILENT_GREETING",
                "RENUMBERS",
                "STORE_FIRST_ONLY"
            })
    void what_is_odd_but_harmless_costs_no_mail(MailServerFault fault) throws Exception {
        FakeImap server = server(fault);
        server.deliver(multipart());
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> server.seen.size() == 2);
        assertThat(hub.words()).containsExactlyInAnyOrder("multi", "two");
        await().atMost(SOON).until(() -> hub.problems.of(MailboxChannel.NAME).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"READ_ONLY", "NO_PERMANENT_FLAGS", "STORE_NO", "STORE_IGNORED", "FLAGS_FORGOTTEN"})
    void where_nothing_can_be_marked_each_mail_is_taken_once_and_health_says_so(MailServerFault fault)
            throws Exception {
        FakeImap server = server(fault);
        server.deliver("one");
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 2);
        if (fault != MailServerFault.FLAGS_FORGOTTEN) {
            await().atMost(SOON).until(() -> hub.problem("marks") != null);
            ChannelProblem problem = hub.problem("marks");
            assertThat(problem.problem()).matches("Nothing can be marked.*|.* forgets its marks.*");
            assertThat(problem.remedy()).contains("nothing is taken twice");
        }
        hub.close();
        server.deliver("three");
        MailboxChannel other = hub(server, Map.of());
        long polls = server.count("UID SEARCH");
        await().atMost(SOON).until(() -> other.taken.size() == 1 && server.count("UID SEARCH") > polls + 3);
        assertThat(other.words()).containsExactly("three");
    }

    @Test
    void a_mailbox_that_the_hub_shall_only_read_is_healthy_and_stays_as_it_is() throws Exception {
        FakeImap server = server(MailServerFault.READ_ONLY);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("mark", "false"));
        long polls = server.count("UID SEARCH");
        await().atMost(SOON).until(() -> hub.taken.size() == 1 && server.count("UID SEARCH") > polls + 3);
        assertThat(hub.taken).hasSize(1);
        assertThat(hub.problems.of(MailboxChannel.NAME)).isEmpty();
        assertThat(server.count("UID STORE")).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY_NO", "CREATE_NO"})
    void a_move_that_is_refused_is_told_and_done_when_the_server_lets_it(MailServerFault fault) throws Exception {
        FakeImap server = server(fault);
        if (fault == MailServerFault.COPY_NO) {
            server.copied.add("created");
        }
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("moveTo", "Done"));
        await().atMost(SOON).until(() -> hub.problem("marks") != null);
        assertThat(hub.problem("marks").problem()).contains("moved to folder Done");
        assertThat(hub.problem("marks").words()).containsAnyOf("Quota exceeded", "denied");
        assertThat(server.count("UID COPY")).as("asked again with pauses").isLessThan(3);
        server.faults.clear();
        clock.pass(Duration.ofMinutes(2));
        await().atMost(SOON).until(() -> server.mails.isEmpty() && hub.problem("marks") == null);
        assertThat(hub.taken).hasSize(1);
    }

    @Test
    void a_refused_flag_is_asked_for_again_with_pauses_and_then_set() throws Exception {
        FakeImap server = server(MailServerFault.STORE_NO);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("marks") != null);
        assertThat(hub.problem("marks").words()).contains("no longer exist");
        server.faults.clear();
        clock.pass(Duration.ofMinutes(2));
        await().atMost(SOON).until(() -> server.seen.contains(1L) && hub.problem("marks") == null);
        assertThat(hub.taken).hasSize(1);
    }

    @Test
    void a_folder_that_was_numbered_anew_is_read_from_its_start() throws Exception {
        FakeImap server = server(MailServerFault.STORE_NO);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
        server.validity = 8;
        await().atMost(SOON).until(() -> hub.taken.size() == 2);
        assertThat(hub.words()).as("the ledger knows it by its Message-ID").containsExactly("one", "one");
    }

    @Test
    void a_server_that_was_set_up_anew_under_the_old_numbering_hides_no_mail() throws Exception {
        FakeImap server = server(MailServerFault.STORE_NO);
        server.deliver("one");
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 2);
        hub.close();
        server.mails.clear();
        server.next = 1;
        server.deliver("three");
        MailboxChannel after = hub(server, Map.of());
        await().atMost(SOON).until(() -> after.words().equals(List.of("three")));
    }

    @Test
    void two_nodes_take_each_mail_once() throws Exception {
        FakeImap server = server(MailServerFault.STORE_NO);
        for (int i = 0; i < 60; i++) {
            server.deliver("mail" + i);
        }
        MailboxChannel one = hub(server, Map.of());
        MailboxChannel other = hub(server, Map.of());
        long polls = server.count("UID SEARCH");
        await().atMost(SOON)
                .until(() -> one.taken.size() + other.taken.size() >= 60 && server.count("UID SEARCH") > polls + 6);
        List<String> words = new ArrayList<>(one.words());
        words.addAll(other.words());
        assertThat(words).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void a_mail_costs_one_question_and_twenty_are_marked_by_one() throws Exception {
        FakeImap server = server();
        for (int i = 0; i < 40; i++) {
            server.deliver("mail" + i);
        }
        MailboxChannel hub = hub(server, Map.of("period", "100000"));
        await().atMost(SOON).until(() -> server.seen.size() == 40);
        assertThat(hub.taken).hasSize(40);
        assertThat(server.count("UID FETCH")).isEqualTo(41);
        assertThat(server.count("UID STORE")).isLessThan(10);
    }

    @Test
    void a_server_that_lets_nobody_in_who_does_not_introduce_himself_is_polled() throws Exception {
        FakeImap server = server(MailServerFault.UNSAFE_LOGIN);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.taken.size() == 1);
    }

    private MailboxChannel hub(FakeImap server, Map<String, String> parameters) throws Exception {
        return channel(clock).start(server.port(), parameters);
    }

    private Map<String, Object> item() {
        return jdbc.sql("select id, state, reason, attributes from item")
                .query()
                .singleRow();
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

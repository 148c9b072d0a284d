package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that answer with what the protocol does not allow: the others go on, nothing is lost, and somebody is told. */
class HostileMailServerTest extends FakeMailServers {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));

    @Test
    void a_mail_in_whose_place_another_is_given_is_not_marked_as_taken() throws Exception {
        FakeImap server = server(MailServerFault.OTHER_BODY);
        server.deliver("one");
        server.deliver("two");
        server.mails.put(99L, server.mails.get(2L));
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null);
        assertThat(server.seen).doesNotContain(1L);
        assertThat(hub.problem("set-aside").words()).contains("UID 99");
        assertThat(hub.words()).doesNotContain("one");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNOUNCES_TOO_MUCH", "ENDLESS", "ENDLESS_FLAGS"})
    void a_mail_for_which_there_is_no_memory_is_set_aside_and_the_others_are_taken(MailServerFault fault)
            throws Exception {
        FakeImap server = server(fault);
        server.deliver("one");
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of("maxSize", "1000000"));
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null && server.seen.contains(2L));
        assertThat(hub.words()).containsExactly("two");
        assertThat(hub.problem("set-aside").words())
                .containsAnyOf("memory", "more than any answer needs", "cannot be read");
    }

    @ParameterizedTest
    @EnumSource(names = {"SEARCH_DRIPS", "SEARCH_GARBLED"})
    void a_server_that_never_says_which_mails_are_new_is_told(MailServerFault fault) throws Exception {
        FakeImap server = server(fault);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("mailTimeLimit", "1500"));
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(server.seen).isEmpty();

        server.faults.clear();
        await().atMost(SOON).until(() -> server.seen.contains(1L) && hub.problem("poll") == null);
    }

    @Test
    void sizes_that_never_come_cost_no_mail() throws Exception {
        FakeImap server = server(MailServerFault.SIZES_DRIP);
        server.deliver("one");
        server.deliver("two");
        MailboxChannel hub = hub(server, Map.of("mailTimeLimit", "1500"));
        await().atMost(SOON).until(() -> server.seen.size() == 2);
        assertThat(hub.words()).containsExactly("one", "two");
    }

    @Test
    void a_server_that_numbers_a_folder_anew_again_and_again_is_told_until_it_stops() throws Exception {
        FakeImap server = server(MailServerFault.RENUMBERS);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> server.seen.contains(1L));
        assertThat(hub.problem("numbers")).isNull();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> { // so that a poll ends between two cuts
                            server.cut();
                            return hub.problem("numbers") != null;
                        });
        assertThat(hub.problem("numbers").remedy()).contains("UIDVALIDITY");

        server.faults.clear();
        await().atMost(SOON).until(() -> {
            clock.pass(Duration.ofHours(2));
            return hub.problem("numbers") == null;
        });
    }

    @Test
    void a_password_that_the_server_repeats_is_shown_to_nobody() throws Exception {
        FakeImap server = server(MailServerFault.LOGIN_ECHOES);
        MailboxChannel hub = hub(server, Map.of("password", "RAW(correct-horse)"));
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").problem()).contains("refuses the login");
        assertThat(hub.problem("poll").words()).contains("xxxxxx").doesNotContain("correct-horse");
    }

    private MailboxChannel hub(FakeImap server, Map<String, String> parameters) throws Exception {
        return channel(clock).start(server.port(), parameters);
    }
}

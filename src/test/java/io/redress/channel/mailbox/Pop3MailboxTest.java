package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Pop3MailboxTest extends FakeMailServers {

    @ParameterizedTest
    @EnumSource(names = {"FETCH_NO", "DROPS", "HANGS"})
    void a_mail_that_cannot_be_fetched_is_set_aside_and_the_others_are_taken_and_deleted(MailServerFault fault)
            throws Exception {
        FakePop3 server = server(fault);
        server.deliver("one");
        server.deliver("two");
        server.deliver("three");
        MailboxChannel hub = hub(server, Map.of("delete", "true"));
        await().atMost(SOON).until(() -> hub.problem("set-aside") != null && server.mails.size() == 1);
        assertThat(hub.words()).containsExactlyInAnyOrder("two", "three");
        assertThat(hub.problem("set-aside").problem()).contains("UIDL u1 ");
    }

    @Test
    void without_delete_each_mail_is_taken_once_by_its_uidl() throws Exception {
        FakePop3 server = server(MailServerFault.COPY_NO);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> sessions(server) > 4);
        server.deliver("two");
        await().atMost(SOON).until(() -> hub.taken.size() == 2);
        assertThat(hub.words()).containsExactly("one", "two");
        assertThat(hub.problems.of(MailboxChannel.NAME)).isEmpty();
    }

    @Test
    void a_mail_that_the_server_does_not_delete_is_taken_once_and_asked_to_be_deleted_again() throws Exception {
        FakePop3 server = server(MailServerFault.STORE_NO);
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of("delete", "true"));
        await().atMost(SOON).until(() -> sessions(server) > 4);
        assertThat(hub.taken).hasSize(1);
        server.fault = MailServerFault.COPY_NO;
        await().atMost(SOON).until(() -> server.mails.isEmpty());
        assertThat(hub.taken).hasSize(1);
    }

    @Test
    void a_server_that_names_no_mails_is_told_of() throws Exception {
        FakePop3 server = server(MailServerFault.COPY_NO);
        server.namesMails = false;
        server.deliver("one");
        MailboxChannel hub = hub(server, Map.of());
        await().atMost(SOON).until(() -> hub.problem("poll") != null);
        assertThat(hub.problem("poll").words()).contains("UIDL", "use imap");
        assertThat(hub.taken).isEmpty();
    }

    private static long sessions(FakePop3 server) {
        return server.commands.stream().filter("QUIT"::equals).count();
    }

    private FakePop3 server(MailServerFault fault) throws Exception {
        return closed(new FakePop3(fault));
    }

    private MailboxChannel hub(FakePop3 server, Map<String, String> parameters) throws Exception {
        MailboxChannel hub = channel(Clock.systemUTC());
        var all = new TreeMap<>(Map.of("protocol", "pop3"));
        all.putAll(parameters);
        return hub.start(server.port(), all);
    }
}

package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that polls several folders of one mailbox. */
class SeveralFoldersTest extends FakeMailServers {

    private final GreenMail mail = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});
    private GreenMailUser user;

    @BeforeEach
    void start() {
        mail.start();
        user = mail.setUser(MailboxChannel.ADDRESS, MailboxChannel.ADDRESS, "x");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void mails_of_all_of_them_are_taken_once_each_under_its_own_numbering() throws Exception {
        deliver(folder("INBOX"), "one");
        deliver(folder("Junk E-mail"), "two");
        deliver(folder("投诉"), "three");
        Map<String, String> folders = Map.of("folders", "INBOX, Junk E-mail,投诉");
        MailboxChannel first = channel(Clock.systemUTC()).start(mail.getImap().getPort(), folders);
        await().atMost(SOON).until(() -> first.taken.size() == 3);
        assertThat(first.words()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(jdbc.sql("select folder from mailbox").query(String.class).list())
                .containsExactlyInAnyOrder("INBOX", "Junk E-mail", "投诉");
        first.close();

        deliver(folder("Junk E-mail"), "four");
        MailboxChannel second = channel(Clock.systemUTC()).start(mail.getImap().getPort(), folders);
        await().atMost(SOON).until(() -> second.taken.size() == 1);
        assertThat(second.words()).containsExactly("four");
        assertThat(second.problems.of(MailboxChannel.NAME)).isEmpty();
    }

    @Test
    void a_folder_that_is_missing_is_told_and_holds_up_no_other() throws Exception {
        deliver(folder("INBOX"), "one");
        deliver(folder("After"), "two");
        MailboxChannel hub = channel(Clock.systemUTC())
                .start(mail.getImap().getPort(), Map.of("folders", "INBOX,Spam,After", "idle", "false"));
        await().atMost(SOON).until(() -> hub.taken.size() == 2);
        assertThat(hub.problem("poll of Spam").problem()).isEqualTo("The mailbox has no folder Spam");
        assertThat(hub.problem("poll")).isNull();

        deliver(folder("Spam"), "three");
        await().atMost(SOON).until(() -> hub.taken.size() == 3);
        await().atMost(SOON).until(() -> hub.problems.of(MailboxChannel.NAME).isEmpty());
    }

    @Test
    void one_connection_serves_all_of_them() throws Exception {
        FakeImap server = server();
        channel(Clock.systemUTC()).start(server.port(), Map.of("folders", "INBOX,Junk"));
        await().atMost(SOON).until(() -> server.count("SELECT Junk") > 2);
        assertThat(server.connections).isEqualTo(1);
    }

    @Test
    void a_trouble_of_one_is_not_over_because_another_is_well() throws Exception {
        FakeImap server = server(MailServerFault.READ_ONLY);
        MailboxChannel hub = channel(Clock.systemUTC()).start(server.port(), Map.of("folders", "INBOX,Junk"));
        await().atMost(SOON).until(() -> hub.problem("marks of INBOX") != null && hub.problem("marks of Junk") != null);
        assertThat(hub.problem("marks of Junk").problem()).contains("folder Junk can only be read");
        await().atMost(SOON).until(() -> server.count("SELECT Junk") > 5);
        assertThat(hub.problems.of(MailboxChannel.NAME)).hasSize(2);
    }

    private MailFolder folder(String name) throws Exception {
        var store = mail.getManagers().getImapHostManager();
        MailFolder folder = store.getFolder(user, name);
        return folder == null ? store.createMailbox(user, name) : folder;
    }

    private static void deliver(MailFolder folder, String word) throws Exception {
        var message = GreenMailUtil.createTextEmail(
                MailboxChannel.ADDRESS, "li@example.com", "Order " + word + " late", "It is late", ServerSetup.SMTP);
        folder.appendMessage(message, new Flags(), new Date());
    }
}

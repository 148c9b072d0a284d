package io.redress.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.component.mail.MailEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxUidsTest {

    private static final String USER = "complaints@redress.test";

    private final GreenMail server = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});
    private final ByteArrayOutputStream protocol = new ByteArrayOutputStream();
    private final MailboxUids uids = new MailboxUids();
    private Folder inbox;

    @BeforeEach
    void openMailbox() throws Exception {
        server.start();
        var user = server.setUser(USER, USER, "secret");
        for (int i = 0; i < 5; i++) {
            user.deliver(GreenMailUtil.createTextEmail(
                    USER, "a@b.test", "mail " + i, "text", server.getImap().getServerSetup()));
        }
        Session session = Session.getInstance(new Properties());
        session.setDebugOut(new PrintStream(protocol, true, StandardCharsets.UTF_8));
        session.setDebug(true);
        Store store = session.getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), USER, "secret");
        inbox = store.getFolder("INBOX");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void names_and_flags_of_all_mails_of_a_poll_are_one_question_to_the_server() throws Exception {
        assertThat(poll()).hasSize(5);
        assertThat(questions()).as(protocol.toString(StandardCharsets.UTF_8)).isOne();
    }

    @Test
    void a_poll_after_mails_were_taken_away_tells_the_servers_own_names_again() throws Exception {
        Set<String> before = poll();
        inbox.open(Folder.READ_WRITE);
        inbox.setFlags(new int[] {1, 2}, new Flags(Flags.Flag.DELETED), true);
        inbox.close(true);
        assertThat(poll()).hasSize(3).isSubsetOf(before);
        assertThat(questions()).isEqualTo(2);
    }

    /** What Camel asks of each mail before it takes the first. */
    private Set<String> poll() throws Exception {
        inbox.open(Folder.READ_WRITE);
        Set<String> names = new HashSet<>();
        for (Message mail : inbox.getMessages()) {
            String name = uids.generateUuid(new MailEndpoint(), mail);
            assertThat(mail.isSet(Flags.Flag.DELETED)).isFalse();
            assertThat(name).isEqualTo(Long.toString(((UIDFolder) inbox).getUID(mail)));
            names.add(name);
        }
        inbox.close(false);
        return names;
    }

    private long questions() {
        return protocol.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("[A-Z]+\\d+ (UID )?FETCH .*"))
                .count();
    }
}

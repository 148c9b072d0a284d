package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.channel.ChannelProblem;
import io.redress.testing.OwnDatabase;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a mailbox from being polled is told with the server's words and a remedy, and taken back when it is over. */
class MailboxProblemsTest extends OwnDatabase {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose) {
            one.close();
        }
    }

    @Test
    void a_wrong_password_is_told_without_it_and_over_when_it_is_right() throws Exception {
        FakeImap server = server(MailServerFault.LOGIN_NO);
        MailboxChannel hub = hub(server.port(), Map.of("password", "RAW(secret-word)"));
        ChannelProblem problem = problem(hub);
        assertThat(problem.problem()).isEqualTo("The mail server refuses the login of c@redress.test at 127.0.0.1");
        assertThat(problem.words()).isEqualTo("[AUTHENTICATIONFAILED] invalid credentials");
        assertThat(problem.remedy()).contains("app password");
        assertThat(problem.toString()).doesNotContain("secret-word");
        server.faults.clear();
        await().atMost(SOON).until(() -> hub.problem("poll") == null);
    }

    @Test
    void a_missing_folder_is_told() throws Exception {
        ChannelProblem problem = problem(hub(server(MailServerFault.NO_FOLDER).port(), Map.of("folder", "Returns")));
        assertThat(problem.problem()).isEqualTo("The mailbox has no folder Returns");
        assertThat(problem.remedy()).contains("correct folder");
    }

    @Test
    void an_unknown_host_is_told() throws Exception {
        ChannelProblem problem = problem(hub(143, Map.of("host", "no-such-host.invalid")));
        assertThat(problem.problem()).isEqualTo("There is no host no-such-host.invalid");
        assertThat(problem.remedy()).contains("Correct host");
    }

    @Test
    void a_port_at_which_nothing_listens_is_told() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ChannelProblem problem = problem(hub(port, Map.of()));
        assertThat(problem.problem()).isEqualTo("Nothing answers at 127.0.0.1 port " + port);
        assertThat(problem.words()).contains("refused");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_told() throws Exception {
        var server = new GreenMail(ServerSetup.IMAPS.dynamicPort());
        server.start();
        toClose.add(server::stop);
        ChannelProblem problem =
                problem(hub(server.getImaps().getPort(), Map.of("protocol", "imaps", "timeLimit", "20000")));
        assertThat(problem.problem()).startsWith("The certificate of 127.0.0.1 port ");
        assertThat(problem.remedy()).contains("the name in the certificate");
    }

    @Test
    void a_mailbox_is_polled_over_tls() throws Exception {
        var server = new GreenMail(ServerSetup.IMAPS.dynamicPort());
        server.start();
        toClose.add(server::stop);
        var user = server.setUser("c@redress.test", "c@redress.test", "x");
        user.deliver(GreenMailUtil.createTextEmail(
                "c@redress.test",
                "a@b.test",
                "Order tls",
                "It leaks.",
                server.getImaps().getServerSetup()));
        var hub = new MailboxChannel(database, Clock.systemUTC());
        toClose.add(0, hub);
        hub.route("mail-server:tls?protocol=imaps&host=127.0.0.1&port="
                + server.getImaps().getPort()
                + "&username=c@redress.test&password=x&delay=100&services=#bean:mailboxServices&mail.imaps.ssl.trust=*"
                + "&mail.imaps.ssl.checkserveridentity=false");
        await().atMost(SOON).until(() -> hub.polled.size() == 1);
        assertThat(new String(hub.polled.get(0).bytes(), StandardCharsets.US_ASCII))
                .contains("It leaks.");
    }

    @Test
    void a_server_that_does_not_answer_is_told() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            ChannelProblem problem = problem(hub(silent.getLocalPort(), Map.of()));
            assertThat(problem.problem()).contains("does not answer in time");
            assertThat(problem.remedy()).contains("timeLimit");
        }
    }

    @Test
    void a_host_may_be_an_ipv6_address_with_or_without_brackets() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeThat(NetworkInterface.getByInetAddress(loopback)).isNotNull();
        for (String host : List.of("::1", "[::1]")) {
            var server = new FakeImap(loopback);
            toClose.add(server);
            server.deliver("one");
            MailboxChannel hub = hub(server.port(), Map.of("host", "RAW(" + host + ")"));
            await().atMost(SOON).until(() -> hub.taken.size() == 1);
            jdbc.sql("truncate mailbox, mailbox_mail").update();
        }
    }

    private ChannelProblem problem(MailboxChannel hub) {
        await().atMost(SOON)
                .dontCatchUncaughtExceptions() // a mail server's thread may die of a client that goes
                .until(() -> hub.problem("poll") != null);
        return hub.problem("poll");
    }

    private FakeImap server(MailServerFault... faults) throws Exception {
        var server = new FakeImap(faults);
        toClose.add(server);
        return server;
    }

    private MailboxChannel hub(int port, Map<String, String> parameters) throws Exception {
        var hub = new MailboxChannel(database, Clock.systemUTC());
        toClose.add(0, hub);
        return hub.start(port, parameters);
    }
}

package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.camel.cluster.LeaderRoutePolicy;
import io.redress.camel.file.InboxPollStrategy;
import io.redress.camel.file.SftpFileErrorHandler;
import io.redress.camel.file.SftpInboxes;
import io.redress.camel.file.SftpServerAddresses;
import io.redress.camel.file.StableRemoteFileLockStrategy;
import io.redress.channel.ChannelProblems;
import io.redress.channel.callcenter.inbox.InboxMonitor;
import io.redress.handoff.IntakeBackPressure;
import io.redress.intake.RawMessage;
import io.redress.testing.SetClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Processor;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SFTP kamelet with a real server. */
class CallSftpTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private final List<RawMessage> handedOff = new CopyOnWriteArrayList<>();
    private final ChannelProblems problems = new ChannelProblems(Clock.systemUTC());
    private final SetClock machine = new SetClock(Instant.parse("2026-03-01T01:30:00Z"));
    private final Set<String> locked = ConcurrentHashMap.newKeySet();
    private final SshServer server = SshServer.setUpDefaultServer();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Path home;
    private KeyPair key;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        home = Files.createDirectories(data.resolve("home/calls")).getParent();
        key = key();
        server.setHost("127.0.0.1,::1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("pbx") && password.equals("p&s %+1"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new Locks())
                .build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.start();
        Path call = Files.writeString(home.resolve("calls/calls.csv"), "电话,投诉内容\n1.38E+10,色差\n,没人理\n");
        Files.setLastModifiedTime(call, FileTime.from(Instant.now().minusSeconds(60)));
    }

    @AfterEach
    void stop() throws IOException {
        camel.stop();
        server.stop();
    }

    @Test
    void files_are_taken_and_moved_with_their_reports_on_the_server() throws Exception {
        connect(key);
        Path done = home.resolve("calls/done/2026-03-01/093000");
        await().atMost(SOON).until(() -> Files.exists(done.resolve("calls.csv")));
        assertThat(handedOff).extracting(raw -> raw.attribute("file")).containsExactly("calls.csv", "calls.csv");
        assertThat(Files.readString(done.resolve("calls.csv.rejected.csv"))).contains("1.38E+10,色差,2,电话");
        assertThat(Files.readString(done.resolve("calls.csv.summary.txt"))).contains("handed off: 1", "rejected: 1");
        assertThat(home.resolve("calls/calls.csv")).doesNotExist();
    }

    @Test
    void a_server_may_be_named_by_its_ipv6_address() throws Exception {
        camel.addLifecycleStrategy(new SftpServerAddresses());
        connect(key, "[::1]");
        Path done = home.resolve("calls/done/2026-03-01/093000");
        await().atMost(SOON).until(() -> Files.exists(done.resolve("calls.csv")));
        assertThat(handedOff).hasSize(2);
    }

    @Test
    void an_account_may_prove_itself_by_a_key_whatever_signs_its_name_and_the_keys_file_have() throws Exception {
        KeyPair account = key();
        Path file = Files.writeString(
                Files.createDirectories(data.resolve("my keys")).resolve("pbx@partner %2B.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(account.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        server.setPublickeyAuthenticator(
                (user, given, session) -> user.equals("pbx@part+ner") && given.equals(account.getPublic()));

        connect(key, "127.0.0.1", "username: pbx@part+ner, privateKeyFile: \"" + file + "\"");

        Path done = home.resolve("calls/done/2026-03-01/093000");
        await().atMost(SOON).until(() -> Files.exists(done.resolve("calls.csv")));
        assertThat(done.resolve("calls.csv.summary.txt")).exists(); // both ways to the server
    }

    @Test
    void a_server_with_another_key_gets_no_password() throws Exception {
        connect(key());
        Instant until = Instant.now().plusSeconds(3);
        await().atMost(SOON).until(() -> Instant.now().isAfter(until));
        assertThat(server.getActiveSessions()).noneMatch(session -> session.isAuthenticated());
        assertThat(handedOff).isEmpty();
        assertThat(home.resolve("calls/calls.csv")).exists();
    }

    @Test
    void what_is_never_taken_is_told_until_it_is_gone() throws Exception {
        Files.writeString(home.resolve("calls/calls.pdf"), "%PDF");
        Files.writeString(home.resolve("calls/next.csv.part"), "投诉内容\n");
        Files.writeString(home.resolve("calls/empty.csv"), "");
        Files.createDirectories(home.resolve("calls/today"));
        connect(key);
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofMinutes(1));
            return troubles().size() == 3;
        });
        assertThat(troubles())
                .anySatisfy(trouble -> assertThat(trouble).contains("calls.pdf", "is not taken", "include"))
                .anySatisfy(trouble -> assertThat(trouble).contains("today", "Put the files into the inbox itself"))
                .anySatisfy(trouble -> assertThat(trouble).contains("empty.csv", "is empty"));
        Files.delete(home.resolve("calls/calls.pdf"));
        Files.delete(home.resolve("calls/today"));
        Files.writeString(home.resolve("calls/empty.csv"), "投诉内容\n色差\n");
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofMinutes(1));
            return troubles().isEmpty();
        });
        assertThat(home.resolve("calls/calls.csv")).doesNotExist();
    }

    @Test
    void a_file_that_the_server_does_not_let_us_read_or_move_is_told_and_taken_when_it_does() throws Exception {
        locked.addAll(List.of("calls.csv", "kept.csv.moved"));
        Files.writeString(home.resolve("calls/kept.csv"), "投诉内容\n色差\n");
        connect(key);
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofSeconds(16));
            return troubles().size() == 2;
        });
        assertThat(troubles())
                .anySatisfy(trouble -> assertThat(trouble).contains("'calls.csv' may not be read", "account"))
                .anySatisfy(trouble -> assertThat(trouble).contains("'kept.csv' may not be read", "account"));
        locked.clear();
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofSeconds(16));
            return troubles().isEmpty();
        });
        assertThat(home.resolve("calls/calls.csv")).doesNotExist();
        assertThat(home.resolve("calls/kept.csv")).doesNotExist();
    }

    /** What the channel has now, each with its remedy. */
    private List<String> troubles() {
        return problems.of("calls").stream()
                .map(known ->
                        known.problem().problem() + " → " + known.problem().remedy())
                .toList();
    }

    /** Denies reading a file of a locked name, and moving one whose name with {@code .moved} is locked. */
    private final class Locks implements SftpFileSystemAccessor {

        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle handle,
                Path file,
                String name,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attributes)
                throws IOException {
            deny(String.valueOf(file.getFileName()), file);
            return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        }

        @Override
        public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            deny(from.getFileName() + ".moved", from);
            SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
        }

        private void deny(String name, Path file) throws AccessDeniedException {
            if (locked.contains(name)) {
                throw new AccessDeniedException(file.toString());
            }
        }
    }

    private void connect(KeyPair known) throws Exception {
        connect(known, "127.0.0.1");
    }

    private void connect(KeyPair known, String host) throws Exception {
        connect(known, host, "username: pbx, password: \"RAW({{pbx.password}})\"");
    }

    /** @param account parameters that prove it */
    private void connect(KeyPair known, String host, String account) throws Exception {
        int port = ((InetSocketAddress) server.getBoundAddresses().iterator().next()).getPort();
        Path hosts = Files.writeString(
                data.resolve("known_hosts"),
                "[" + host.replaceAll("[\\[\\]]", "") + "]:" + port + " " + PublicKeyEntry.toString(known.getPublic())
                        + "\n");
        var properties = new Properties();
        properties.put("redress.data-dir", data.toString());
        properties.put("pbx.password", "p&s %+1");
        camel.getPropertiesComponent().setInitialProperties(properties);
        var inboxMonitor = new InboxMonitor(problems, Files::isReadable, machine);
        var servers = new SftpInboxes();
        CallFiles files = new CallFileFixture(data).files;
        camel.getRegistry()
                .bind(
                        "inboxPollStrategy",
                        new InboxPollStrategy(new IntakeBackPressure(), inboxMonitor, servers, files));
        camel.getRegistry()
                .bind("stableRemoteFileLockStrategy", new StableRemoteFileLockStrategy(servers, Clock.systemUTC()));
        camel.getRegistry().bind("sftpFileErrorHandler", new SftpFileErrorHandler(camel, inboxMonitor));
        camel.getRegistry().bind("callFiles", files);
        camel.getRegistry().bind("leaderOnly", new LeaderRoutePolicy());
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.getRegistry().bind("queue", (Processor)
                exchange -> handedOff.addAll(exchange.getMessage().getBody(List.class)));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString("pbx.camel.yaml", """
                - route:
                    from:
                      uri: kamelet:call-file-sftp-source
                      parameters: {channel: calls, mapping: call-center, host: "%s:%d", folder: calls, %s,
                        knownHostsFile: %s, settle: 100, period: 300}
                      steps:
                        - process: {ref: queue}
                """.formatted(host, port, account, hosts)));
        camel.start();
    }

    private static KeyPair key() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return keys.generateKeyPair();
    }
}

package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.app.SettledRemoteFiles;
import io.redress.app.WhileIntakeIsOpen;
import io.redress.handoff.IntakeGate;
import io.redress.intake.RawMessage;
import io.redress.routes.AddressesOfServers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
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
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
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
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
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
        assertThat(Files.readString(done.resolve("calls.csv.summary.txt"))).contains("accepted: 1", "rejected: 1");
        assertThat(home.resolve("calls/calls.csv")).doesNotExist();
    }

    @Test
    void a_server_may_be_named_by_its_ipv6_address() throws Exception {
        camel.addLifecycleStrategy(new AddressesOfServers());
        connect(key, "[::1]");
        Path done = home.resolve("calls/done/2026-03-01/093000");
        await().atMost(SOON).until(() -> Files.exists(done.resolve("calls.csv")));
        assertThat(handedOff).hasSize(2);
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

    private void connect(KeyPair known) throws Exception {
        connect(known, "127.0.0.1");
    }

    private void connect(KeyPair known, String host) throws Exception {
        int port = ((InetSocketAddress) server.getBoundAddresses().iterator().next()).getPort();
        Path hosts = Files.writeString(
                data.resolve("known_hosts"),
                "[" + host.replaceAll("[\\[\\]]", "") + "]:" + port + " " + PublicKeyEntry.toString(known.getPublic())
                        + "\n");
        var properties = new Properties();
        properties.put("redress.data-dir", data.toString());
        properties.put("pbx.password", "p&s %+1");
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getRegistry().bind("whileIntakeIsOpen", new WhileIntakeIsOpen(new IntakeGate()));
        camel.getRegistry().bind("settledRemoteFiles", new SettledRemoteFiles(Clock.systemUTC()));
        camel.getRegistry().bind("callFiles", new CallFileFixture(data).files);
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.getRegistry().bind("queue", (Processor)
                exchange -> handedOff.addAll(exchange.getMessage().getBody(List.class)));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString("pbx.camel.yaml", """
                - route:
                    from:
                      uri: kamelet:call-file-sftp-source
                      parameters:
                        channel: calls
                        mapping: call-center
                        host: "%s:%d"
                        folder: calls
                        username: pbx
                        password: "RAW({{pbx.password}})"
                        knownHostsFile: %s
                        settle: 100
                        period: 300
                      steps:
                        - process: {ref: queue}
                """.formatted(host, port, hosts)));
        camel.start();
    }

    private static KeyPair key() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return keys.generateKeyPair();
    }
}

package io.redress.broker.downstream;

import io.redress.access.BrokerUser;
import io.redress.access.BrokerUsers;
import io.redress.access.Password;
import io.redress.access.QueuePermissions;
import io.redress.broker.EmbeddedBroker;
import io.redress.encryption.DataEncryption;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** The hub's broker with its port open to two systems, {@code erp} for quality and {@code crm} for damage. */
final class DownstreamUsers implements AutoCloseable {

    static final String SECRET = "a secret of twelve";

    static final int MOST_CONNECTIONS = 5;

    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    volatile BrokerAuthenticator.Pause pausing = time -> {};
    final BrokerService broker;
    final DownstreamPort port;
    final String url;
    volatile BrokerUsers users = new BrokerUsers(
            Map.of(
                    "erp", user("erp", Set.of("quality"), Set.of("tickets.updates")),
                    "crm", user("crm", Set.of("damage", "escalations"), Set.of("tickets.updates"))),
            null);

    DownstreamUsers(Path folder) throws Exception {
        url = "tcp://127.0.0.1:" + freePort();
        var permissions = new QueuePermissions(() -> users, new NamedCategories("quality", "damage"));
        var refusalLog = new RefusalLog(Clock.systemUTC(), refused::add, lines::add);
        port = new DownstreamPort(
                URI.create(url),
                permissions,
                new BrokerAuthenticator(permissions, refusalLog, Clock.systemUTC(), this::pause),
                refusalLog,
                MOST_CONNECTIONS);
        broker = EmbeddedBroker.in(folder, 1L << 30, DataEncryption.none());
        port.guard(broker);
        broker.start();
    }

    private void pause(Duration time) throws InterruptedException {
        pauses.add(time);
        pausing.of(time);
    }

    static BrokerUser user(String name, Set<String> reads, Set<String> writes) {
        return new BrokerUser(name, new Password(SECRET, false), false, reads, writes);
    }

    ActiveMQConnectionFactory as(String user) {
        return new ActiveMQConnectionFactory(user, SECRET, url);
    }

    ActiveMQConnectionFactory asHub() {
        var hub = new ActiveMQConnectionFactory(EmbeddedBroker.HUB, port.hubSecret(), EmbeddedBroker.inProcess(broker));
        hub.setWatchTopicAdvisories(false);
        return hub;
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

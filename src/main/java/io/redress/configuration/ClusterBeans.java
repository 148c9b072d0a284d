package io.redress.configuration;

import io.redress.camel.cluster.ChannelPausePolicy;
import io.redress.camel.cluster.LeaderRoutePolicy;
import io.redress.camel.cluster.LeaseClusterService;
import io.redress.channel.control.KnownOrders;
import io.redress.cluster.LeaderLease;
import io.redress.cluster.Node;
import io.redress.database.DataFolder;
import io.redress.database.EmbeddedDatabase;
import io.redress.ledger.channel.SqlChannelOrders;
import io.redress.ledger.cluster.SqlLeaseStore;
import io.redress.settings.ClusterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What one node of several takes alone: mailboxes, folders on servers, news of systems. */
@Configuration(proxyBeanMethods = false)
@Import({SqlChannelOrders.class, KnownOrders.class})
class ClusterBeans {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** So that the lease is renewed whatever takes all other connections. */
    @Bean(destroyMethod = "close")
    SeparateConnectionPool leaderConnections(DataSource database) {
        return SeparateConnectionPool.beside(database, "leader", 1);
    }

    /** An embedded database is that of one hub alone, which leads, whether or not the database answers. */
    @Bean
    LeaderLease leaderLease(
            @Qualifier("leaderConnections") SeparateConnectionPool connections,
            ObjectProvider<EmbeddedDatabase> embedded,
            DataFolder folder,
            ClusterSettings settings) {
        String name = settings.node().isBlank() ? hostName() : settings.node().strip();
        return new LeaderLease(
                new SqlLeaseStore(connections.database(), settings.lease().dividedBy(3)),
                Node.of(folder.resolve("node.id"), name),
                settings.lease(),
                embedded.getIfAvailable() != null,
                System::nanoTime);
    }

    @Bean
    LeaseClusterService leaseClusterService(LeaderLease lease, ClusterSettings settings) {
        return new LeaseClusterService(lease, settings.lease());
    }

    @Bean
    LeaderRoutePolicy leaderOnly() {
        return new LeaderRoutePolicy();
    }

    /** A factory of route policies is asked for each route, so that no channel's file and no kamelet has to name it. */
    @Bean
    ChannelPausePolicy channelPausePolicy(KnownOrders orders) {
        return new ChannelPausePolicy(orders);
    }

    /** Without asking the network, which may take seconds to say what this machine is called. */
    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "this machine");
        }
    }
}

package io.redress.health.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.camel.cluster.LeaderRoutePolicy;
import io.redress.camel.cluster.LeaseClusterService;
import io.redress.channel.ChannelProblems;
import io.redress.channel.control.KnownOrders;
import io.redress.cluster.Leader;
import io.redress.cluster.LeaderLease;
import io.redress.cluster.LeaseStore.Claim;
import io.redress.cluster.Node;
import io.redress.ledger.channel.SqlChannelOrders;
import io.redress.ledger.cluster.SqlLeaseStore;
import io.redress.settings.HealthSettings;
import io.redress.testing.OwnDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a node sees channels that only the leader takes. */
class ChannelsOfTheLeaderTest extends OwnDatabase {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SqlLeaseStore leases = new SqlLeaseStore(database, Duration.ofSeconds(5));
    private Leader leader;
    private final ChannelWatch watch = new ChannelWatch(
            camel,
            new ChannelProblems(Clock.systemUTC()),
            null,
            new KnownOrders(new SqlChannelOrders(jdbc)),
            new HealthSettings(Map.of(), null, null, null, null, null, null),
            Clock.systemUTC());

    @BeforeEach
    void start() throws Exception {
        leader = leases.acquire(new Node(UUID.randomUUID(), "other"), Claim.ANY, Duration.ofMinutes(1))
                .orElseThrow();
        var lease = new LeaderLease(leases, new Node(UUID.randomUUID(), "this"), LENGTH, false, System::nanoTime);
        camel.getRegistry().bind("leaderOnly", new LeaderRoutePolicy());
        camel.addService(new LeaseClusterService(lease, LENGTH));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                routeTemplate("polled-source")
                        .templateParameter("channel")
                        .from("timer:poll")
                        .routePolicyRef("leaderOnly")
                        .to("kamelet:sink");
                routeTemplate("open-source")
                        .templateParameter("channel")
                        .from("timer:open")
                        .to("kamelet:sink");
                from("kamelet:polled-source?channel=mailbox").to("mock:mailbox");
                from("kamelet:open-source?channel=form").to("mock:form");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whether_a_channel_works_that_the_leader_takes_no_other_node_can_tell() {
        assertThat(watch.polledElsewhere()).containsExactly("mailbox");
        assertThat(watch.look().get("mailbox").healthy()).isTrue();
        leases.release(leader);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> watch.polledElsewhere().isEmpty()
                        && watch.look().get("mailbox").healthy());
    }
}

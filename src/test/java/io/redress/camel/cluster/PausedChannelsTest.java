package io.redress.camel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.channel.control.KnownOrders;
import io.redress.cluster.LeaderLease;
import io.redress.cluster.Node;
import io.redress.ledger.channel.SqlChannelOrders;
import io.redress.ledger.cluster.SqlLeaseStore;
import io.redress.testing.OwnDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Camel contexts on one PostgreSQL, each with a channel's source. */
class PausedChannelsTest extends OwnDatabase {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final SqlChannelOrders orders = new SqlChannelOrders(jdbc);
    private final DefaultCamelContext one = hub();
    private final DefaultCamelContext two = hub();

    @BeforeEach
    void nothing_was_asked() {
        jdbc.sql("delete from channel_order").update();
    }

    @AfterEach
    void stop() {
        one.stop();
        two.stop();
    }

    @Test
    void a_pause_holds_on_every_node_and_a_resumption_too() {
        one.start();
        two.start();
        orders.pause("shop", "wang.li", NOON);
        await().atMost(SOON).until(() -> status(one) == ServiceStatus.Stopped && status(two) == ServiceStatus.Stopped);
        assertThat(one.getRouteController().getRouteStatus("other")).isEqualTo(ServiceStatus.Started);

        orders.resume("shop");
        await().atMost(SOON).until(() -> status(one) == ServiceStatus.Started && status(two) == ServiceStatus.Started);
    }

    @Test
    void a_pause_survives_a_restart_without_a_single_poll() {
        orders.pause("shop", "wang.li", NOON);
        one.start();
        assertThat(status(one)).isEqualTo(ServiceStatus.Stopped);
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> polls() == 0);
        orders.resume("shop");
        await().atMost(SOON).until(() -> polls() == 1);
    }

    @Test
    void a_paused_source_of_the_leader_does_not_start_when_its_node_begins_to_lead() throws Exception {
        var leases = new SqlLeaseStore(database, Duration.ofSeconds(5));
        var node = new Node(UUID.randomUUID(), "this");
        var lease = new LeaderLease(leases, node, Duration.ofSeconds(1), false, System::nanoTime);
        one.addService(new LeaseClusterService(lease, Duration.ofSeconds(1)));
        var leader = new LeaderRoutePolicy();
        one.getRegistry().bind("leaderOnly", leader);
        one.getRouteTemplateDefinition("test-source").getRoute().setRoutePolicyRef("leaderOnly");
        one.removeRouteDefinition(one.getRouteDefinition("source"));
        one.addRouteFromTemplate("source", "test-source", Map.of("channel", "shop"));
        one.start();
        await().atMost(SOON).until(() -> status(one) == ServiceStatus.Started);
        orders.pause("shop", "wang.li", NOON);
        await().atMost(SOON).until(() -> status(one) == ServiceStatus.Stopped);
        leader.takeOver(one.getRoute("source")); // as after a lease that was lost and won again
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> status(one) == ServiceStatus.Stopped);

        orders.resume("shop");
        await().atMost(SOON).until(() -> status(one) == ServiceStatus.Started);
    }

    @Test
    void a_second_pause_does_not_change_who_paused_it_and_when() {
        orders.pause("shop", "wang.li", NOON);
        orders.pause("shop", "chen.yu", NOON.plusSeconds(60));
        assertThat(orders.all().get("shop").pausedBy()).isEqualTo("wang.li");
        assertThat(orders.all().get("shop").pausedAt()).isEqualTo(NOON);
    }

    @Test
    void a_channel_is_polled_once_for_an_order_and_not_for_one_from_before_the_start() {
        orders.poll("shop", NOON);
        one.start();
        await().atMost(SOON).until(() -> polls() == 1);
        orders.poll("shop", NOON.plusSeconds(1));
        await().atMost(SOON).until(() -> polls() == 2);
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> polls() == 2);
    }

    /** The source brings one thing each time that it starts. */
    private int polls() {
        return one.getEndpoint("mock:shop", MockEndpoint.class).getReceivedCounter();
    }

    private static ServiceStatus status(DefaultCamelContext hub) {
        return hub.getRouteController().getRouteStatus("source");
    }

    private DefaultCamelContext hub() {
        var camel = new DefaultCamelContext();
        camel.addRoutePolicyFactory(new ChannelPausePolicy(new KnownOrders(orders)));
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    routeTemplate("test-source")
                            .templateParameter("channel")
                            .from("timer:shop?delay=10&repeatCount=1")
                            .to("mock:shop");
                    from("timer:other?delay=86400000").routeId("other").to("mock:other");
                }
            });
            camel.addRouteFromTemplate("source", "test-source", Map.of("channel", "shop"));
            return camel;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

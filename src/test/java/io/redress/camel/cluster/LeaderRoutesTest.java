package io.redress.camel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.cluster.LeaderLease;
import io.redress.cluster.LeaseStore;
import io.redress.cluster.Node;
import io.redress.ledger.cluster.SqlLeaseStore;
import io.redress.testing.OwnDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.RouteHealthCheck;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two Camel contexts on one PostgreSQL, each with a route that only the leader runs. */
class LeaderRoutesTest extends OwnDatabase {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final Hub one = new Hub();
    private final Hub two = new Hub();

    @BeforeEach
    void nobody_leads() {
        jdbc.sql("update cluster_leader set node = null, lease_until = '-infinity'")
                .update();
    }

    @AfterEach
    void stop() {
        one.camel.stop();
        two.camel.stop();
    }

    @Test
    void a_route_runs_on_the_node_that_leads_and_from_its_start_on() throws Exception {
        one.start();
        assertThat(one.status()).isEqualTo(ServiceStatus.Started);
        two.start();
        assertThat(two.status()).isEqualTo(ServiceStatus.Stopped);
        assertThat(two.isHeld()).isTrue();
        assertThat(two.health()).as("of Camel").isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void a_node_leads_also_when_no_route_waits_for_it() throws Exception {
        one.camel.removeRouteDefinitions(List.copyOf(one.camel.getRouteDefinitions()));
        one.start();
        assertThat(one.lease.leads()).isTrue();
    }

    @Test
    void a_route_that_does_not_start_on_the_leader_is_not_on_standby() throws Exception {
        one.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:taken").routeId("first").to("mock:first");
                from("direct:taken")
                        .routeId("broken")
                        .routePolicyRef("leaderOnly")
                        .to("mock:broken");
            }
        });
        one.unanswered = true;
        one.start();
        Route broken = one.camel.getRoute("broken");
        assertThat(one.policy.isOnStandby(broken)).isTrue();
        one.unanswered = false;
        soon().until(() -> one.status() == ServiceStatus.Started);
        assertThat(one.policy.isOnStandby(broken)).isFalse();
        assertThat(one.camel.getRouteController().getRouteStatus("broken")).isNotEqualTo(ServiceStatus.Started);
    }

    @Test
    void another_node_runs_it_at_once_when_the_leader_stops() throws Exception {
        one.start();
        two.start();
        one.camel.stop();
        soon().until(() -> two.status() == ServiceStatus.Started);
        assertThat(two.isHeld()).isFalse();
    }

    @Test
    void another_node_runs_it_after_the_lease_when_the_leader_does_not_answer_which_then_stops_it() throws Exception {
        one.start();
        two.start();
        one.unanswered = true;
        soon().until(() -> two.status() == ServiceStatus.Started);
        soon().until(() -> one.status() == ServiceStatus.Stopped);
        one.unanswered = false;
        soon().until(() -> one.policy.hasLeader());
        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void a_node_whose_database_was_away_runs_it_again() throws Exception {
        one.start();
        one.unanswered = true;
        soon().until(() -> one.status() == ServiceStatus.Stopped && !one.policy.hasLeader());
        one.unanswered = false;
        soon().until(() -> one.status() == ServiceStatus.Started && !one.isHeld());
        assertThat(one.health()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void a_route_that_somebody_stops_stays_stopped_and_one_that_comes_later_is_started() throws Exception {
        one.start();
        one.camel.getRouteController().stopRoute("polls");
        one.add("later");
        soon().until(() -> one.camel.getRouteController().getRouteStatus("later") == ServiceStatus.Started);
        assertThat(one.isHeld()).isFalse();
        one.unanswered = true;
        soon().until(() -> one.camel.getRouteController().getRouteStatus("later") == ServiceStatus.Stopped);
        one.unanswered = false;
        soon().until(() -> one.camel.getRouteController().getRouteStatus("later") == ServiceStatus.Started);
        assertThat(one.status()).isEqualTo(ServiceStatus.Stopped);
    }

    @Test
    void a_route_that_is_put_in_the_place_of_another_waits_like_that_one() throws Exception {
        one.start();
        two.start();
        assertThat(two.camel.removeRoute("polls")).isTrue();
        two.add("polls");
        assertThat(two.status()).isEqualTo(ServiceStatus.Stopped);
        one.camel.stop();
        soon().until(() -> two.status() == ServiceStatus.Started);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    private final class Hub {

        private final DefaultCamelContext camel = new DefaultCamelContext();
        private final LeaderRoutePolicy policy = new LeaderRoutePolicy();
        private final LeaderLease lease;
        private volatile boolean unanswered;

        private Hub() {
            var database = new SqlLeaseStore(LeaderRoutesTest.this.database, Duration.ofSeconds(5));
            var leases = (LeaseStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {LeaseStore.class}, (proxy, method, args) -> {
                        if (unanswered) {
                            throw new IllegalStateException("no answer");
                        }
                        return method.invoke(database, args);
                    });
            var node = new Node(UUID.randomUUID(), "node");
            lease = new LeaderLease(leases, node, LENGTH, false, System::nanoTime);
            camel.getRegistry().bind("leaderOnly", policy);
            try {
                camel.addService(new LeaseClusterService(lease, LENGTH));
                add("polls");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private void start() {
            camel.start();
        }

        private void add(String id) throws Exception {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("timer:" + id).routeId(id).routePolicyRef("leaderOnly").to("mock:" + id);
                }
            });
        }

        private ServiceStatus status() {
            return camel.getRouteController().getRouteStatus("polls");
        }

        private boolean isHeld() {
            return policy.isOnStandby(camel.getRoute("polls"));
        }

        private HealthCheck.State health() {
            return new RouteHealthCheck(camel.getRoute("polls")).call().getState();
        }
    }
}

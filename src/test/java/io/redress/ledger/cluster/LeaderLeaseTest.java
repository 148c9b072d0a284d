package io.redress.ledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.cluster.FencingNumber;
import io.redress.cluster.Leader;
import io.redress.cluster.LeaderLease;
import io.redress.cluster.Node;
import io.redress.testing.OwnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Nodes that ask one PostgreSQL for the lease; its time and theirs pass when the test says so. */
class LeaderLeaseTest extends OwnDatabase {

    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final AtomicLong nanoTime = new AtomicLong();
    private final Node shop1 = new Node(UUID.randomUUID(), "shop-1");
    private final Node shop2 = new Node(UUID.randomUUID(), "shop-2");
    private final Away away = new Away();
    private final LeaderLease one = lease(shop1, false);
    private final LeaderLease two = lease(shop2, false);

    @BeforeEach
    void nobody_leads() {
        jdbc.sql("update cluster_leader set fencing = 0, node = null, lease_until = '-infinity'")
                .update();
    }

    @Test
    void one_node_leads_and_the_other_knows_which() {
        one.look();
        two.look();
        assertThat(one.leads()).isTrue();
        assertThat(two.leads()).isFalse();
        assertThat(two.current()).isEqualTo(FencingNumber.NOT_LEADING);
        assertThat(two.leader()).map(Leader::node).contains(shop1);
        assertThat(two.leader()).isEqualTo(one.leader());
    }

    @Test
    void a_leader_that_renews_its_lease_leads_on_under_its_number() {
        one.look();
        Leader first = one.leader().orElseThrow();
        for (int i = 0; i < 5; i++) {
            pass(LENGTH.dividedBy(2));
            one.look();
            two.look();
        }
        assertThat(one.leader()).contains(first);
        assertThat(two.leads()).isFalse();
    }

    @Test
    void a_leader_that_is_killed_is_followed_when_its_lease_has_ended_and_under_a_greater_number() {
        one.look();
        two.look();
        long first = one.current();
        pass(LENGTH.minusMillis(1_000));
        two.look();
        assertThat(two.leads()).as("before the end").isFalse();
        pass(Duration.ofMillis(1_000));
        two.look();
        assertThat(two.current()).isGreaterThan(first);
    }

    @Test
    void a_leader_that_gives_its_lease_back_is_followed_at_once() {
        one.look();
        two.look();
        one.giveBack();
        assertThat(one.leads()).isFalse();
        two.look();
        assertThat(two.leads()).isTrue();
    }

    @Test
    void a_lease_that_another_has_taken_is_not_given_back_by_its_former_holder() {
        one.look();
        pass(LENGTH);
        two.look();
        one.giveBack();
        assertThat(two.leads()).isTrue();
        one.look();
        assertThat(one.leads()).isFalse();
    }

    @Test
    void a_leader_that_was_paused_does_not_believe_that_it_leads_when_it_goes_on() {
        one.look();
        pass(LENGTH);
        assertThat(one.leads()).isFalse();
        assertThat(one.current()).isEqualTo(FencingNumber.NOT_LEADING);
        two.look();
        one.look();
        assertThat(one.leads()).isFalse();
        assertThat(one.leader()).map(Leader::node).contains(shop2);
    }

    @Test
    void a_leader_whose_lease_ended_while_nobody_else_took_it_leads_on() {
        one.look();
        long first = one.current();
        pass(LENGTH.multipliedBy(2));
        one.look();
        assertThat(one.current()).isEqualTo(first);
    }

    @Test
    void a_node_that_starts_again_does_not_wait_for_the_lease_of_its_former_life() {
        one.look();
        LeaderLease again = lease(shop1, false);
        again.look();
        assertThat(again.leads()).isTrue();
        assertThat(again.current()).isGreaterThan(one.current());
        one.look();
        assertThat(one.leads())
                .as("a copy of its data folder takes nothing back")
                .isFalse();
    }

    @Test
    void a_node_without_the_database_leads_until_its_lease_ends_and_again_when_the_database_is_back() {
        one.look();
        away.gone = true;
        assertThatThrownBy(one::look).isInstanceOf(DataAccessException.class);
        assertThat(one.leads()).isTrue();
        pass(LENGTH);
        assertThat(one.leads()).isFalse();
        assertThat(one.leader()).isEmpty();
        away.gone = false;
        one.look();
        assertThat(one.leads()).isTrue();
    }

    @Test
    void a_node_that_is_alone_leads_from_its_start_to_its_end_with_the_database_and_without() {
        two.look();
        LeaderLease alone = lease(shop1, true);
        alone.look();
        assertThat(alone.leads()).as("at once").isTrue();
        away.gone = true;
        pass(LENGTH.multipliedBy(9));
        alone.look();
        assertThat(alone.leads()).isTrue();
    }

    private LeaderLease lease(Node node, boolean sole) {
        return new LeaderLease(new SqlLeases(away, Duration.ofSeconds(5)), node, LENGTH, sole, nanoTime::get);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
        jdbc.sql("update cluster_leader set lease_until = lease_until - make_interval(secs => ?)")
                .param(time.toMillis() / 1000.0)
                .update();
    }

    private final class Away extends DelegatingDataSource {

        private boolean gone;

        private Away() {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (gone) {
                throw new SQLException("the database has gone");
            }
            return super.getConnection();
        }
    }
}

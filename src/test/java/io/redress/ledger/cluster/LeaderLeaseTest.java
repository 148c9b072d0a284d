package io.redress.ledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.cluster.FencingToken;
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
        one.renewOrAcquire();
        two.renewOrAcquire();
        assertThat(one.leads()).isTrue();
        assertThat(two.leads()).isFalse();
        assertThat(two.current()).isEqualTo(FencingToken.NOT_LEADING);
        assertThat(two.leader()).map(Leader::node).contains(shop1);
        assertThat(two.leader()).isEqualTo(one.leader());
    }

    @Test
    void a_leader_that_renews_its_lease_leads_on_under_its_number() {
        one.renewOrAcquire();
        Leader first = one.leader().orElseThrow();
        for (int i = 0; i < 5; i++) {
            pass(LENGTH.dividedBy(2));
            one.renewOrAcquire();
            two.renewOrAcquire();
        }
        assertThat(one.leader()).contains(first);
        assertThat(two.leads()).isFalse();
    }

    @Test
    void a_leader_that_is_killed_is_followed_when_its_lease_has_ended_and_under_a_greater_number() {
        one.renewOrAcquire();
        two.renewOrAcquire();
        long first = one.current();
        pass(LENGTH.minusMillis(1_000));
        two.renewOrAcquire();
        assertThat(two.leads()).as("before the end").isFalse();
        pass(Duration.ofMillis(1_000));
        two.renewOrAcquire();
        assertThat(two.current()).isGreaterThan(first);
    }

    @Test
    void a_leader_that_gives_its_lease_back_is_followed_at_once() {
        one.renewOrAcquire();
        two.renewOrAcquire();
        one.release();
        assertThat(one.leads()).isFalse();
        two.renewOrAcquire();
        assertThat(two.leads()).isTrue();
    }

    @Test
    void a_lease_that_another_has_taken_is_not_given_back_by_its_former_holder() {
        one.renewOrAcquire();
        pass(LENGTH);
        two.renewOrAcquire();
        one.release();
        assertThat(two.leads()).isTrue();
        one.renewOrAcquire();
        assertThat(one.leads()).isFalse();
    }

    @Test
    void a_leader_that_was_paused_does_not_believe_that_it_leads_when_it_goes_on() {
        one.renewOrAcquire();
        pass(LENGTH);
        assertThat(one.leads()).isFalse();
        assertThat(one.current()).isEqualTo(FencingToken.NOT_LEADING);
        two.renewOrAcquire();
        one.renewOrAcquire();
        assertThat(one.leads()).isFalse();
        assertThat(one.leader()).map(Leader::node).contains(shop2);
    }

    @Test
    void a_leader_whose_lease_ended_while_nobody_else_took_it_leads_on() {
        one.renewOrAcquire();
        long first = one.current();
        pass(LENGTH.multipliedBy(2));
        one.renewOrAcquire();
        assertThat(one.current()).isEqualTo(first);
    }

    @Test
    void of_two_nodes_with_the_same_token_as_after_a_restored_backup_one_leads() {
        one.renewOrAcquire();
        long token = one.current();
        jdbc.sql("update cluster_leader set fencing = fencing - 1, lease_until = '-infinity'")
                .update();
        two.renewOrAcquire();
        assertThat(two.current()).isEqualTo(token);
        one.renewOrAcquire();
        assertThat(one.leads()).isFalse();
        one.release();
        two.renewOrAcquire();
        assertThat(two.leads()).isTrue();
    }

    @Test
    void a_lease_that_no_setting_allows_was_given_before_the_databases_clock_went_back_and_counts_as_expired() {
        one.renewOrAcquire();
        jdbc.sql("update cluster_leader set lease_until = lease_until + interval '1 hour'")
                .update();
        assertThat(new SqlLeaseStore(database, Duration.ofSeconds(5)).leader()).isEmpty();
        two.renewOrAcquire();
        assertThat(two.leads()).isTrue();
    }

    @Test
    void a_node_that_starts_again_does_not_wait_for_the_lease_of_its_former_life() {
        one.renewOrAcquire();
        LeaderLease again = lease(shop1, false);
        again.renewOrAcquire();
        assertThat(again.leads()).isTrue();
        assertThat(again.current()).isGreaterThan(one.current());
        one.renewOrAcquire();
        assertThat(one.leads())
                .as("a copy of its data folder takes nothing back")
                .isFalse();
    }

    @Test
    void a_node_without_the_database_leads_until_its_lease_ends_and_again_when_the_database_is_back() {
        one.renewOrAcquire();
        away.gone = true;
        assertThatThrownBy(one::renewOrAcquire).isInstanceOf(DataAccessException.class);
        assertThat(one.leads()).isTrue();
        pass(LENGTH);
        assertThat(one.leads()).isFalse();
        assertThat(one.leader()).isEmpty();
        away.gone = false;
        one.renewOrAcquire();
        assertThat(one.leads()).isTrue();
    }

    @Test
    void a_node_that_is_alone_leads_from_its_start_to_its_end_with_the_database_and_without() {
        two.renewOrAcquire();
        LeaderLease alone = lease(shop1, true);
        alone.renewOrAcquire();
        assertThat(alone.leads()).as("at once").isTrue();
        away.gone = true;
        pass(LENGTH.multipliedBy(9));
        alone.renewOrAcquire();
        assertThat(alone.leads()).isTrue();
    }

    private LeaderLease lease(Node node, boolean sole) {
        return new LeaderLease(new SqlLeaseStore(away, Duration.ofSeconds(5)), node, LENGTH, sole, nanoTime::get);
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

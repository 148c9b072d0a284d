package io.redress.ledger.cluster;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.text;

import io.redress.cluster.Leader;
import io.redress.cluster.LeaseStore;
import io.redress.cluster.Node;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one row of the table {@code cluster_leader}. Each question is one statement, which no pause of this process can hold open.
 */
public final class SqlLeaseStore implements LeaseStore {

    private static final double MILLIS = 1000;

    /** The longest lease that a setting allows: one that lasts longer was given before the database's clock went back. */
    private static final String LONGEST = "interval '10 minutes'";

    private final DataSource database;
    private final Duration patience;

    /**
     * @param patience how long one answer may take once there is a connection; a server that has gone would otherwise be waited
     *     for as long as TCP does
     */
    public SqlLeaseStore(DataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    @Override
    public Optional<Leader> acquire(Node node, Claim claim, Duration duration) {
        return asked(jdbc -> jdbc.sql("""
                        update cluster_leader
                        set fencing = fencing + 1, node = :node, name = :name, since = clock_timestamp(),
                            lease_until = clock_timestamp() + make_interval(secs => :length)
                        where namespace = 'hub' and (lease_until not between clock_timestamp() and clock_timestamp() + %s
                                                     or (:own and node = :node) or :any)
                        returning *
                        """.formatted(LONGEST))
                .param("node", node.id())
                .param("name", text(node.name()))
                .param("length", duration.toMillis() / MILLIS)
                .param("own", claim == Claim.OWN)
                .param("any", claim == Claim.ANY)
                .query(SqlLeaseStore::row)
                .optional());
    }

    @Override
    public boolean renew(Leader leader, Duration duration) {
        return asked(jdbc -> jdbc.sql("""
                        update cluster_leader set lease_until = clock_timestamp() + make_interval(secs => ?)
                        where namespace = 'hub' and fencing = ? and node = ?
                        """)
                        .params(
                                duration.toMillis() / MILLIS,
                                leader.fencing(),
                                leader.node().id())
                        .update())
                > 0;
    }

    @Override
    public void release(Leader leader) {
        asked(jdbc -> jdbc.sql(
                        "update cluster_leader set lease_until = '-infinity' where namespace = 'hub' and fencing = ? and node = ?")
                .params(leader.fencing(), leader.node().id())
                .update());
    }

    @Override
    public Optional<Leader> leader() {
        return asked(jdbc -> jdbc.sql(
                        "select * from cluster_leader where namespace = 'hub' and lease_until between clock_timestamp() and clock_timestamp() + "
                                + LONGEST)
                .query(SqlLeaseStore::row)
                .optional());
    }

    private <T> T asked(Function<JdbcClient, T> question) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database does not answer for the leader's lease", e);
        }
    }

    private static Leader row(ResultSet row, int n) throws SQLException {
        var node = new Node(row.getObject("node", UUID.class), row.getString("name"));
        return new Leader(node, row.getLong("fencing"), instant(row, "since"));
    }
}

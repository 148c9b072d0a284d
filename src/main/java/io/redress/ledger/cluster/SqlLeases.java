package io.redress.ledger.cluster;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.text;

import io.redress.cluster.Leader;
import io.redress.cluster.Leases;
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

/** The one row of the table {@code cluster_leader}. Each question is one statement, which no pause of this process can hold open. */
public final class SqlLeases implements Leases {

    private static final double MILLIS = 1000;

    private final DataSource database;
    private final Duration patience;

    /** @param patience how long an answer may take: a server that has gone would else be waited for as long as TCP does */
    public SqlLeases(DataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    @Override
    public Optional<Leader> take(Node node, Claim claim, Duration length) {
        return asked(jdbc -> jdbc.sql("""
                        update cluster_leader
                        set fencing = fencing + 1, node = :node, name = :name, since = clock_timestamp(),
                            lease_until = clock_timestamp() + make_interval(secs => :length)
                        where namespace = 'hub' and (lease_until <= clock_timestamp() or (:own and node = :node) or :any)
                        returning *
                        """)
                .param("node", node.id())
                .param("name", text(node.name()))
                .param("length", length.toMillis() / MILLIS)
                .param("own", claim == Claim.OWN)
                .param("any", claim == Claim.ANY)
                .query(SqlLeases::row)
                .optional());
    }

    @Override
    public boolean renew(long fencing, Duration length) {
        return asked(jdbc -> jdbc.sql("""
                        update cluster_leader set lease_until = clock_timestamp() + make_interval(secs => ?)
                        where namespace = 'hub' and fencing = ?
                        """)
                        .params(length.toMillis() / MILLIS, fencing)
                        .update())
                > 0;
    }

    @Override
    public void giveBack(long fencing) {
        asked(jdbc -> jdbc.sql(
                        "update cluster_leader set lease_until = '-infinity' where namespace = 'hub' and fencing = ?")
                .param(fencing)
                .update());
    }

    @Override
    public Optional<Leader> leader() {
        return asked(jdbc -> jdbc.sql(
                        "select * from cluster_leader where namespace = 'hub' and lease_until > clock_timestamp()")
                .query(SqlLeases::row)
                .optional());
    }

    private <T> T asked(Function<JdbcClient, T> question) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the lease of the leader cannot be asked for", e);
        }
    }

    private static Leader row(ResultSet row, int n) throws SQLException {
        var node = new Node(row.getObject("node", UUID.class), row.getString("name"));
        return new Leader(node, row.getLong("fencing"), instant(row, "since"));
    }
}

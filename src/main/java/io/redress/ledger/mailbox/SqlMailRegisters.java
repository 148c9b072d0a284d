package io.redress.ledger.mailbox;

import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.cluster.FencingToken;
import io.redress.ledger.item.ItemRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Registers of mails in the tables {@code mailbox} and {@code mailbox_mail}, for the node that leads. A poll has one
 * connection for its lock and all it writes: many polls at once cannot wait for each other, and what a former leader is still
 * about, hung or on a machine that has gone, ends with its session, which the new one ends.
 */
public final class SqlMailRegisters implements MailRegisters {

    private static final String LOCK = "hashtextextended('redress.mailbox ' || ?, 0)";

    /** Sessions are told apart by the number under which their node led when they took the lock. */
    private static final String SESSION = "redress mailbox, leader ";

    private final DataSource database;
    private final ItemRows items;
    private final FencingToken leader;
    private final Clock clock;

    public SqlMailRegisters(DataSource database, ItemRows items, FencingToken leader, Clock clock) {
        this.database = database;
        this.items = items;
        this.leader = leader;
        this.clock = clock;
    }

    @Override
    public Optional<MailRegister> open(MailboxFolderId place) {
        String name = String.join(" ", place.channel(), place.account(), place.folder());
        long fencing = leader.current();
        try {
            Connection connection = database.getConnection();
            boolean locked = false;
            try {
                var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                locked = locks(jdbc, name, fencing) || (endsFormer(jdbc, name, fencing) && locks(jdbc, name, fencing));
                return locked
                        ? Optional.of(
                                new SqlMailRegister(place, jdbc, items, clock, () -> release(connection, jdbc, name)))
                        : Optional.empty();
            } finally {
                if (!locked) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the register of mails cannot be opened", e);
        }
    }

    private static boolean locks(JdbcClient jdbc, String name, long fencing) {
        return jdbc.sql("""
                        select pg_try_advisory_lock(%s) and set_config('application_name', ?, false) is not null
                        from cluster_leader where namespace = 'hub' and fencing = ?
                        """.formatted(LOCK))
                .params(name, SESSION + fencing, fencing)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Ends the session that has the lock, if it is not one of the leader's own. */
    private static boolean endsFormer(JdbcClient jdbc, String name, long fencing) {
        return jdbc.sql("""
                        select pg_terminate_backend(session.pid, 2000)
                        from cluster_leader, pg_locks held join pg_stat_activity session on session.pid = held.pid
                        where namespace = 'hub' and fencing = ? and session.application_name <> ?
                          and held.locktype = 'advisory' and held.granted and held.objsubid = 1
                          and held.database = (select oid from pg_database where datname = current_database())
                          and (held.classid::bigint << 32) | held.objid::bigint = %s
                        """.formatted(LOCK))
                .params(fencing, SESSION + fencing, name)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static boolean asks(JdbcClient jdbc, String sql, String name) {
        return jdbc.sql(sql).param(name).query(Boolean.class).single();
    }

    private static void release(Connection connection, JdbcClient jdbc, String name) {
        try (connection) {
            asks(jdbc, "select pg_advisory_unlock(" + LOCK + ")", name);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the register of mails cannot be closed", e);
        }
    }
}

package io.redress.ledger.mailbox;

import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.MailboxFolderId;
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
 * Registers of mails in the tables {@code mailbox} and {@code mailbox_mail}. A poll has one connection for its lock and all
 * it writes: the lock ends with it when the node is killed, and many polls at once cannot wait for each other.
 */
public final class SqlMailRegisters implements MailRegisters {

    private static final String LOCK = "hashtextextended('redress.mailbox ' || ?, 0)";

    private final DataSource database;
    private final ItemRows items;
    private final Clock clock;

    public SqlMailRegisters(DataSource database, ItemRows items, Clock clock) {
        this.database = database;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public Optional<MailRegister> open(MailboxFolderId place) {
        String name = String.join(" ", place.channel(), place.account(), place.folder());
        try {
            Connection connection = database.getConnection();
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (asks(jdbc, "select pg_try_advisory_lock(" + LOCK + ")", name)) {
                return Optional.of(
                        new SqlMailRegister(place, jdbc, items, clock, () -> release(connection, jdbc, name)));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the register of mails cannot be opened", e);
        }
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

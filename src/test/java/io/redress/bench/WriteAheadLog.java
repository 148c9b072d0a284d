package io.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** The write-ahead log of a PostgreSQL, without its data files. */
final class WriteAheadLog {

    private WriteAheadLog() {}

    /** The position of its end in bytes, including what is not written yet; only differences mean anything. */
    static long position(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        }
    }
}

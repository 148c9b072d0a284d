package io.redress.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of the references: complaints, and rows that wait in the queue of a category. */
final class QueueTables {

    private static final List<String> CREATE = List.of(
            "create table complaint (key text primary key, received_at timestamptz not null default now(),"
                    + " category text not null, document text not null)",
            "create table queued (id bigint generated always as identity primary key, category text not null,"
                    + " document text not null)");

    /** One statement is one transaction; a repeat with the same key is stored and queued once. */
    private static final String STORE = """
            with stored as (
                insert into complaint (key, category, document) select * from unnest(?::text[], ?::text[], ?::text[])
                on conflict do nothing returning category, document)
            insert into queued (category, document) select category, document from stored
            """;

    /** The array has the rows chosen once: a subquery beside {@code in} may be run again for each row. */
    private static final String TAKE = """
            delete from queued
            where id = any (array(select id from queued order by id limit ? for update skip locked))
            returning document
            """;

    private QueueTables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String create : CREATE) {
                statement.execute(create);
            }
        }
    }

    /** With a connection that commits by itself: all in one transaction. */
    static void store(Connection connection, List<ComplaintStore.Complaint> complaints) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STORE)) {
            insert.setArray(1, texts(connection, complaints.stream().map(ComplaintStore.Complaint::key)));
            insert.setArray(2, texts(connection, complaints.stream().map(ComplaintStore.Complaint::category)));
            insert.setArray(3, texts(connection, complaints.stream().map(ComplaintStore.Complaint::document)));
            insert.executeUpdate();
        }
    }

    /** Takes the oldest that nobody else is taking; the caller commits. */
    static List<String> take(Connection connection, int most) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, most);
            List<String> documents = new ArrayList<>();
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    documents.add(rows.getString(1));
                }
            }
            return documents;
        }
    }

    static long complaints(Connection connection) throws SQLException {
        return count(connection, "complaint");
    }

    static long queued(Connection connection) throws SQLException {
        return count(connection, "queued");
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}

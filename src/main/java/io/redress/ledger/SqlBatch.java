package io.redress.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements that go to PostgreSQL together, in their order and in one round trip: a new ticket writes a dozen rows, and
 * the way there and back would cost more than the rows. They belong to the caller's transaction, and fail with it.
 */
public final class SqlBatch {

    private final JdbcClient jdbc;
    private final StringJoiner statements = new StringJoiner(";\n");
    private final List<@Nullable Object> values = new ArrayList<>();

    public SqlBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a statement that gives no rows back, with the values of its question marks. */
    public void add(String statement, @Nullable Object... ofStatement) {
        statements.add(statement.strip());
        values.addAll(Arrays.asList(ofStatement));
    }

    public void send() {
        if (statements.length() > 0) {
            jdbc.sql(statements.toString()).params(values).update();
        }
    }
}

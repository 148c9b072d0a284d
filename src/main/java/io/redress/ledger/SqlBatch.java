package io.redress.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements that go to PostgreSQL together: a new ticket writes a dozen rows, and the way there and back would cost more
 * than the rows. They belong to the caller's transaction, and fail with it.
 */
public final class SqlBatch {

    private final JdbcClient jdbc;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();

    public SqlBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a statement that gives no rows back, with the values of its question marks. */
    public void add(String statement, @Nullable Object... ofStatement) {
        statements.add(statement.strip());
        values.add(ofStatement);
    }

    /** Sends them in their order, in one round trip. */
    public void send() {
        if (!statements.isEmpty()) {
            jdbc.sql(String.join(";\n", statements))
                    .params(values.stream().flatMap(Arrays::stream).toList())
                    .update();
        }
    }

    /**
     * Sends statements that are the same but for their values together, and so a table's new rows as one insert (the
     * driver's {@code reWriteBatchedInserts}). The order is that in which each first came, and of each that of its values.
     */
    public void sendByStatement(JdbcOperations batches) {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            rows.computeIfAbsent(statements.get(i), any -> new ArrayList<>()).add(values.get(i));
        }
        rows.forEach(batches::batchUpdate);
    }
}

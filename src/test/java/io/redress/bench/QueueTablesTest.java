package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTablesTest {

    private final String url = TestServer.emptyDatabase();

    @Test
    void a_repeat_with_the_same_key_is_stored_and_queued_once() throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            QueueTables.create(connection);
            QueueTables.store(connection, List.of(complaint("a"), complaint("b"), complaint("a")));
            QueueTables.store(connection, List.of(complaint("b")));
            assertThat(QueueTables.complaints(connection)).isEqualTo(2);
            assertThat(QueueTables.take(connection, 50)).containsExactly("text of a", "text of b");
            assertThat(QueueTables.queued(connection)).isZero();
        }
    }

    @Test
    void what_one_takes_another_does_not_get_until_the_taking_is_undone() throws Exception {
        try (Connection one = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url)) {
            QueueTables.create(one);
            QueueTables.store(one, List.of(complaint("a"), complaint("b"), complaint("c")));
            one.setAutoCommit(false);
            assertThat(QueueTables.take(one, 2)).containsExactly("text of a", "text of b");
            assertThat(QueueTables.take(other, 2)).containsExactly("text of c");
            one.rollback();
            assertThat(QueueTables.take(other, 2)).containsExactly("text of a", "text of b");
        }
    }

    private static ComplaintStore.Complaint complaint(String key) {
        return new ComplaintStore.Complaint(key, "quality", "text of " + key);
    }
}

package io.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The downstream system of a reference: takes whatever comes to its queues, as {@link TicketReceiver} does from the hub's. */
final class QueueTableReceiver implements AutoCloseable {

    /** Between questions that were not answered with as many as asked for: each costs the database a transaction. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final ComplaintTracker tracker;
    private final int atOnce;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    QueueTableReceiver(ReferenceDatabase database, ComplaintTracker tracker, int takers, int atOnce)
            throws SQLException {
        this.tracker = tracker;
        this.atOnce = atOnce;
        for (int i = 0; i < takers; i++) {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            var thread = new Thread(() -> takeAll(connection), "queue-taker-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        for (Thread thread : threads) {
            thread.join(5_000);
        }
    }

    private void takeAll(Connection connection) {
        try (connection) {
            while (!closing) {
                // Others are measured while nothing is under way here; what should not be there is counted at the end.
                if (tracker.taken() == tracker.issued() || take(connection) < atOnce) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        } catch (SQLException | RuntimeException e) {
            tracker.takingFailed(e);
        }
    }

    private int take(Connection connection) throws SQLException {
        List<String> documents = QueueTables.take(connection, atOnce);
        for (String document : documents) {
            int number = ComplaintTracker.numberIn(document);
            if (number < 0) {
                throw new IllegalStateException("a row without a marker was in a queue");
            }
            tracker.taken(number, System.nanoTime());
        }
        connection.commit();
        return documents.size();
    }
}

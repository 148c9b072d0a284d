package io.redress.broker;

import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages that failed and that nobody replayed. A queue is in the order of its messages' age. */
public final class DeadLetterRetention implements RetentionTask {

    private static final long PATIENCE_MILLIS = 500;

    private final ConnectionFactory connections;
    private final Supplier<List<String>> queues;

    /** @param queues queue {@code invalid} and those whose names begin with {@code DLQ.} */
    public DeadLetterRetention(ConnectionFactory connections, Supplier<List<String>> queues) {
        this.connections = connections;
        this.queues = queues;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.DEAD_LETTERS;
    }

    @Override
    public Aged older(Instant than) {
        long count = 0;
        Instant oldest = null;
        Instant newest = null;
        try (Connection connection = connections.createConnection()) {
            connection.start();
            try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                for (String queue : queues.get()) {
                    try (var browser = session.createBrowser(session.createQueue(queue))) {
                        Enumeration<?> messages = browser.getEnumeration();
                        while (messages.hasMoreElements()) {
                            Instant sent = Instant.ofEpochMilli(((Message) messages.nextElement()).getJMSTimestamp());
                            if (sent.isBefore(than)) {
                                count++;
                                oldest = earlier(oldest, sent);
                                newest = newest == null || sent.isAfter(newest) ? sent : newest;
                            }
                        }
                    }
                }
            }
            return new Aged(count, oldest, newest);
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    @Override
    public int remove(Instant than, int most) {
        int removed = 0;
        try (Connection connection = connections.createConnection()) {
            connection.start();
            try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                for (String queue : queues.get()) {
                    removed += remove(session, queue, than, most - removed);
                }
            }
            return removed;
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    private static int remove(Session session, String queue, Instant than, int most) throws JMSException {
        int removed = 0;
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            while (removed < most) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                if (message == null || message.getJMSTimestamp() >= than.toEpochMilli()) {
                    session.rollback();
                    return removed;
                }
                session.commit();
                removed++;
            }
        }
        return removed;
    }
}

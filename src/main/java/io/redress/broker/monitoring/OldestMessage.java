package io.redress.broker.monitoring;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into queues without taking anything out. */
public final class OldestMessage {

    private final ConnectionFactory connections;
    private final Clock clock;

    public OldestMessage(ConnectionFactory connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * What can be seen of each queue.
     *
     * @param most how many messages of a queue are counted, at least 1
     */
    Map<String, Sight> look(Iterable<String> queues, int most) throws JMSException {
        var sights = new HashMap<String, Sight>();
        try (Connection connection = connections.createConnection()) {
            connection.start();
            try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                for (String queue : queues) {
                    sights.put(queue, look(session, queue, most));
                }
            }
        }
        return sights;
    }

    private Sight look(Session session, String queue, int most) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            long count = 0;
            Long age = null;
            while (count < most && messages.hasMoreElements()) {
                if (messages.nextElement() instanceof Message message && count++ == 0) {
                    age = age(message);
                }
            }
            return new Sight(count, age);
        }
    }

    private long age(Message message) throws JMSException {
        Instant sent = Instant.ofEpochMilli(message.getJMSTimestamp());
        return Math.max(0, Duration.between(sent, clock.instant()).toSeconds());
    }

    /**
     * What was seen of a queue.
     *
     * @param count messages, as far as they were counted
     * @param oldestAgeSeconds null when there was none
     */
    record Sight(long count, @Nullable Long oldestAgeSeconds) {}
}

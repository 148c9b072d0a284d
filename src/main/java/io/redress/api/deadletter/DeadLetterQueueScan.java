package io.redress.api.deadletter;

import io.redress.access.HubUserName;
import io.redress.broker.ResentDeadLetter;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Goes through a queue of failures once, by plain JMS. Each message leaves in one transaction with what replaces it, so that a
 * crash loses none; what stays goes to the end of the queue with its timestamp, so that the order remains. A message that comes
 * back meanwhile is recognised by its name, whatever any clock says, and ends the pass.
 */
@Component
class DeadLetterQueueScan {

    private static final int MOST = 10_000;
    /** As many messages ActiveMQ shows a browser as it is shipped; fewer are all that there are. */
    private static final int BROWSED = 400;

    private static final int AT_ONCE = 100;
    private static final long PATIENCE_MILLIS = 1_000;

    private final ConnectionFactory connections;
    private final DeadLetterReader reader;
    private final HubUserName hub;

    DeadLetterQueueScan(ConnectionFactory connections, DeadLetterReader reader, HubUserName hub) {
        this.connections = connections;
        this.reader = reader;
        this.hub = hub;
    }

    /** What is done with a message. */
    interface Treatment {

        /** @return true when the message leaves the queue, false when it stays; {@code producer} has no destination */
        boolean takes(Message message, DeadLetter letter, Session session, MessageProducer producer)
                throws JMSException;
    }

    /** What can be done for each message, without taking it. */
    interface Sight {

        /** @return false to look no further */
        boolean seen(Message message, DeadLetter letter) throws JMSException;
    }

    /**
     * What came of a pass.
     *
     * @param taken chosen messages that left the queue
     * @param kept chosen messages that stayed
     */
    record Counts(int taken, int kept) {
        private Counts plus(boolean left) {
            return left ? new Counts(taken + 1, kept) : new Counts(taken, kept + 1);
        }
    }

    /** Looks at up to 10,000 messages, the oldest first, as far as the broker shows them. */
    void look(String queue, Sight sight) throws JMSException {
        try (Connection connection = connections.createConnection()) {
            connection.start();
            look(connection, queue, sight);
        }
    }

    private void look(Connection connection, String queue, Sight sight) throws JMSException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            boolean more = true;
            for (int looked = 0; more && looked < MOST && messages.hasMoreElements(); looked++) {
                Message message = (Message) messages.nextElement();
                more = sight.seen(message, reader.of(queue, message));
            }
        }
    }

    /** Treats what is chosen of the messages that are in the queue now, up to 10,000. */
    Counts run(String queue, Predicate<DeadLetter> chosen, Treatment treatment) throws JMSException {
        var counts = new Counts(0, 0);
        Set<String> handled = new HashSet<>();
        try (Connection connection = connections.createConnection()) {
            connection.start();
            List<DeadLetter> fresh = fresh(connection, queue, handled, MOST);
            int left = MOST;
            if (fresh.size() < BROWSED && fresh.stream().noneMatch(chosen)) {
                return counts;
            }
            while (!fresh.isEmpty()) {
                var round = new Round(queue, chosen, treatment, handled, fresh.size(), counts);
                int taken = round.run(connection);
                counts = round.counts;
                left -= taken;
                fresh = taken < fresh.size()
                        ? List.of()
                        : fresh(connection, queue, handled, left); // another took the rest
            }
        }
        return counts;
    }

    /** The messages before the first one that this pass has seen. */
    private List<DeadLetter> fresh(Connection connection, String queue, Set<String> handled, int most)
            throws JMSException {
        List<DeadLetter> fresh = new ArrayList<>();
        if (most > 0) {
            look(connection, queue, (message, letter) -> {
                boolean isNew = !handled.contains(letter.key());
                if (isNew) {
                    fresh.add(letter);
                }
                return isNew && fresh.size() < most;
            });
        }
        return fresh;
    }

    /** The part of a pass that a browser showed ahead. */
    private final class Round {

        private final String queue;
        private final Predicate<DeadLetter> chosen;
        private final Treatment treatment;
        private final Set<String> handled;
        private final int size;
        private Counts counts;

        Round(
                String queue,
                Predicate<DeadLetter> chosen,
                Treatment treatment,
                Set<String> handled,
                int size,
                Counts counts) {
            this.queue = queue;
            this.chosen = chosen;
            this.treatment = treatment;
            this.handled = handled;
            this.size = size;
            this.counts = counts;
        }

        int run(Connection connection) throws JMSException {
            try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    MessageConsumer from = session.createConsumer(session.createQueue(queue));
                    MessageProducer away = session.createProducer(null);
                    MessageProducer behind = session.createProducer(session.createQueue(queue))) {
                behind.setDisableMessageTimestamp(true); // each keeps the time at which it was sent first
                int taken = 0;
                Message message = from.receive(PATIENCE_MILLIS);
                while (message != null) {
                    boolean leaves = leaves(message, session, away);
                    if (!leaves) {
                        Message again = ResentDeadLetter.named(message, hub.value(), false);
                        behind.send(again, message.getJMSDeliveryMode(), message.getJMSPriority(), 0);
                    }
                    if (++taken % AT_ONCE == 0 || leaves) {
                        session.commit();
                    }
                    message = taken < size ? from.receive(PATIENCE_MILLIS) : null;
                }
                session.commit();
                return taken;
            }
        }

        private boolean leaves(Message message, Session session, MessageProducer away) throws JMSException {
            DeadLetter letter = reader.of(queue, message);
            handled.add(letter.key());
            if (!chosen.test(letter)) {
                return false;
            }
            boolean leaves = treatment.takes(message, letter, session, away);
            counts = counts.plus(leaves);
            return leaves;
        }
    }
}

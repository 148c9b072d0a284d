package io.redress.bench;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.ActiveMQConnectionFactory;

/** The downstream system: takes whatever comes to the category queues by OpenWire, in transactions of a few messages. */
final class TicketReceiver implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong characters = new AtomicLong();
    private final AtomicLong unmarked = new AtomicLong();
    private final ComplaintTracker tracker;
    private final int atOnce;
    private volatile boolean closing;

    TicketReceiver(String brokerUrl, String password, ComplaintTracker tracker, int takers, int atOnce)
            throws JMSException {
        this.tracker = tracker;
        this.atOnce = atOnce;
        var factory = new ActiveMQConnectionFactory("redress", password, brokerUrl);
        factory.setWatchTopicAdvisories(false);
        for (int i = 0; i < takers; i++) {
            Connection connection = factory.createConnection();
            connections.add(connection);
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue("complaints.>"));
            var thread = new Thread(() -> takeAll(session, consumer), "taker-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Characters of a message, on average; 0 before the first. */
    long charactersEach() {
        return tracker.taken() == 0 ? 0 : characters.get() / tracker.taken();
    }

    @Override
    public void close() throws JMSException, InterruptedException {
        closing = true;
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        for (Connection connection : connections) {
            connection.close();
        }
        if (unmarked.get() > 0) {
            throw new AssertionError(unmarked.get() + " messages without a marker were in the category queues");
        }
    }

    private void takeAll(Session session, MessageConsumer consumer) {
        int open = 0;
        try {
            while (!closing) {
                Message next = open == 0 ? consumer.receive(200) : consumer.receiveNoWait();
                if (next != null) {
                    take((TextMessage) next);
                    open++;
                }
                if (open == atOnce || next == null && open > 0) {
                    session.commit();
                    open = 0;
                }
            }
        } catch (JMSException e) {
            if (!closing) {
                tracker.takingFailed(e);
            }
        }
    }

    private void take(TextMessage message) throws JMSException {
        String text = message.getText();
        characters.addAndGet(text.length());
        int number = ComplaintTracker.numberIn(text);
        if (number < 0) {
            unmarked.incrementAndGet();
        } else {
            tracker.taken(number, System.nanoTime());
        }
    }
}

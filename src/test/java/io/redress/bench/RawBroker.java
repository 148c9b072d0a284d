package io.redress.bench;

import io.redress.broker.EmbeddedBroker;
import io.redress.testing.OneUserBroker;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/**
 * A process of its own with the hub's broker and no hub: senders inside it, as the hub's are, and the same taker outside.
 * Told on its standard input: {@code send <queue> <threads> <messages a transaction> <seconds> <characters>}, which it
 * answers with the number sent, and {@code move <threads>}, which it obeys until its end: {@code raw.before} to {@code
 * complaints.raw}, each message in a transaction, as the hub's pipeline does.
 */
final class RawBroker {

    /** What answers begin with; libraries write to the standard output too. */
    static final String ANSWER = "= ";

    static final String PASSWORD = "bench";
    private static final long STORE_LIMIT = 10L << 30;

    private final ConnectionFactory factory;
    private final AtomicInteger next = new AtomicInteger();

    private RawBroker(ConnectionFactory factory) {
        this.factory = factory;
    }

    public static void main(String[] arguments) throws Exception {
        QuietLogs.onlyWarnings();
        BrokerService broker = OneUserBroker.in(Path.of(arguments[0]), arguments[1], "redress", PASSWORD, STORE_LIMIT);
        broker.start();
        var activemq = new ActiveMQConnectionFactory("redress", PASSWORD, EmbeddedBroker.inProcess(broker));
        activemq.setWatchTopicAdvisories(false);
        var raw = new RawBroker(activemq);
        answer("ready");
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("send")) {
                    answer(String.valueOf(raw.send(words)));
                } else {
                    raw.move(Integer.parseInt(words[1]));
                    answer("moving");
                }
            }
        }
        broker.stop();
        System.exit(0);
    }

    private static void answer(String text) {
        System.out.println(ANSWER + text);
    }

    private int send(String[] words) throws Exception {
        int threads = Integer.parseInt(words[2]);
        int batch = Integer.parseInt(words[3]);
        long end = System.nanoTime() + Integer.parseInt(words[4]) * 1_000_000_000L;
        String filling = "x".repeat(Integer.parseInt(words[5]));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                senders.add(() -> send(words[1], batch, end, filling));
            }
            int sent = 0;
            for (Future<Integer> sender : pool.invokeAll(senders)) {
                sent += sender.get();
            }
            return sent;
        } finally {
            pool.shutdown();
        }
    }

    private int send(String queue, int batch, long end, String filling) throws JMSException {
        boolean transacted = batch > 1;
        try (Connection connection = factory.createConnection()) {
            Session session = connection.createSession(transacted, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            int sent = 0;
            while (System.nanoTime() < end) {
                for (int i = 0; i < batch; i++) {
                    producer.send(session.createTextMessage(ComplaintTracker.marker(next.getAndIncrement()) + filling));
                    sent++;
                }
                if (transacted) {
                    session.commit();
                }
            }
            return sent;
        }
    }

    private void move(int threads) {
        for (int i = 0; i < threads; i++) {
            var thread = new Thread(this::moveForever, "mover-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void moveForever() {
        try (Connection connection = factory.createConnection()) {
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue("raw.before"));
            MessageProducer producer = session.createProducer(session.createQueue("complaints.raw"));
            for (Message next = consumer.receive(); next != null; next = consumer.receive()) {
                producer.send(session.createTextMessage(((TextMessage) next).getText()));
                session.commit();
            }
        } catch (JMSException e) {
            // The broker ends, and with it what moves its messages.
            System.err.println("mover: " + e.getMessage());
        }
    }
}

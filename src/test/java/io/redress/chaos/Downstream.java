package io.redress.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * A system downstream: takes each message in a transaction of its own, fails at one in ten, so that the broker brings it
 * again, and reports some tickets as solved and every call as made. What it took is told by the broker's id of the message:
 * the same id again is a redelivery, another id with the same content a second message.
 */
final class Downstream implements AutoCloseable {

    static final List<String> QUEUES = List.of("complaints.>", "escalations", "callbacks.due", "surveys.due");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOLVED_OF_TEN = 3;

    /** @param commits how often the transaction in which it was taken is known to have been committed */
    record Taken(String queue, JsonNode body, AtomicInteger commits, AtomicInteger doubts) {}

    private final Installation site;
    private final Map<String, Taken> byMessage = new ConcurrentHashMap<>();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    Downstream(Installation site, long seed) {
        this.site = site;
        for (String queue : QUEUES) {
            var random = new Random(seed + queue.hashCode());
            var thread = new Thread(() -> consume(queue, random), "downstream " + queue);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** By the broker's id. */
    Map<String, Taken> taken() {
        return byMessage;
    }

    int rollbacks() {
        return rollbacks.get();
    }

    /** Seconds since a message came. */
    long quiet() {
        return (System.nanoTime() - last.get()) / 1_000_000_000;
    }

    /** Whether it reports this ticket as solved as soon as it has it. */
    static boolean solves(String marker) {
        return Math.floorMod(marker.hashCode() * 31, 10) < SOLVED_OF_TEN;
    }

    private void consume(String queue, Random random) {
        var factory = new ActiveMQConnectionFactory("redress", site.brokerPassword(), site.brokerUrl());
        factory.setWatchTopicAdvisories(false);
        factory.getPrefetchPolicy().setAll(20);
        factory.getRedeliveryPolicy().setMaximumRedeliveries(-1);
        factory.getRedeliveryPolicy().setInitialRedeliveryDelay(50);
        while (!ended) {
            try (Connection connection = factory.createConnection()) {
                connection.start();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
                while (!ended) {
                    Message message = consumer.receive(1_000);
                    if (message != null) {
                        take(session, message, random);
                    }
                }
            } catch (JMSException e) {
                pause(); // the broker is away: it, or the hub that it is in, was killed
            } catch (IOException e) {
                throw new IllegalStateException("a message that is not JSON in " + queue, e);
            }
        }
    }

    private void take(Session session, Message message, Random random) throws JMSException, IOException {
        last.set(System.nanoTime());
        String queue = ((Queue) message.getJMSDestination()).getQueueName();
        JsonNode body = JSON.readTree(((TextMessage) message).getText());
        if (random.nextInt(10) == 0) {
            rollbacks.incrementAndGet();
            session.rollback();
            return;
        }
        Taken taken = byMessage.computeIfAbsent(
                message.getJMSMessageID(), id -> new Taken(queue, body, new AtomicInteger(), new AtomicInteger()));
        report(session, queue, body);
        taken.doubts().incrementAndGet();
        session.commit();
        taken.doubts().decrementAndGet();
        taken.commits().incrementAndGet();
    }

    private static void report(Session session, String queue, JsonNode body) throws JMSException {
        if (queue.startsWith("complaints.")) {
            String marker = SenderRecords.markerIn(body.at("/complaint/text").asText());
            if (solves(marker)) {
                send(
                        session,
                        "tickets.updates",
                        JSON.createObjectNode()
                                .put("id", "crm-" + marker)
                                .put("ticket", body.path("number").asText())
                                .put("kind", "solved")
                                .put("remedy", "Done: " + marker)
                                .toString());
            }
        } else if (queue.equals("callbacks.due")) {
            send(
                    session,
                    "callbacks.outcomes",
                    JSON.createObjectNode()
                            .put(
                                    "id",
                                    body.path("id").asText() + "-"
                                            + body.path("attempt").asInt())
                            .put("callback", body.path("id").asText())
                            .put("attempt", body.path("attempt").asInt())
                            .put("outcome", "reached-solved")
                            .toString());
        }
    }

    private static void send(Session session, String queue, String text) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.send(session.createTextMessage(text));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join(5_000);
        }
    }
}

package io.redress.simulation.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The other end of the hub's queues: what the systems downstream would send and receive. For one thread. */
final class SimulationMailbox implements AutoCloseable {

    private static final long PATIENCE = 10_000;

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryBroker broker;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final Map<String, MessageConsumer> consumers = new HashMap<>();

    SimulationMailbox(InMemoryBroker broker) throws JMSException {
        this.broker = broker;
        var factory = new ActiveMQConnectionFactory(broker.url());
        factory.setWatchTopicAdvisories(false);
        factory.setSendAcksAsync(false); // so that a message that was taken no longer counts
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        producer = session.createProducer(null);
    }

    void send(String queue, JsonNode message) throws JMSException, IOException {
        producer.send(session.createQueue(queue), session.createTextMessage(json.writeValueAsString(message)));
    }

    /** The next message of a queue; null when it is empty. */
    @Nullable
    JsonNode take(String queue) throws Exception {
        if (broker.depth(queue) == 0) {
            return null;
        }
        MessageConsumer consumer = consumers.get(queue);
        if (consumer == null) {
            consumer = session.createConsumer(session.createQueue(queue));
            consumers.put(queue, consumer);
        }
        if (!(consumer.receive(PATIENCE) instanceof TextMessage text)) {
            throw new IllegalStateException("queue " + queue + " holds a message and does not give it");
        }
        return json.readTree(text.getText());
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}

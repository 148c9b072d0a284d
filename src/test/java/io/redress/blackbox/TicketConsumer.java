package io.redress.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;

/** A downstream system: takes tickets from the category queues by OpenWire. */
final class TicketConsumer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TicketConsumer() {}

    /** A ticket and the queue that it was in. */
    record Taken(String queue, JsonNode ticket) {}

    /** The tickets of {@link #take}. */
    static List<JsonNode> drain(HubProcess hub) {
        return take(hub).stream().map(Taken::ticket).toList();
    }

    /** Takes every message that is in a {@code complaints.*} queue, until none has come for two seconds. */
    static List<Taken> take(HubProcess hub) {
        return take(hub, "complaints.>");
    }

    /** Takes every message that is in a queue, until none has come for two seconds. */
    static List<Taken> take(HubProcess hub, String queue) {
        return take(hub.brokerUrl(), HubProcess.BROKER_PASSWORD, queue);
    }

    /** The same from a broker by its address. */
    static List<Taken> take(String broker, String password, String queue) {
        var factory = new ActiveMQConnectionFactory("redress", password, broker);
        factory.setWatchTopicAdvisories(false);
        List<Taken> tickets = new ArrayList<>();
        try (Connection connection = factory.createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
            for (var next = consumer.receive(2_000); next != null; next = consumer.receive(2_000)) {
                String from = ((Queue) next.getJMSDestination()).getQueueName();
                tickets.add(new Taken(from, JSON.readTree(((TextMessage) next).getText())));
            }
            return tickets;
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

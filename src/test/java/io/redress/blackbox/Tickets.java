package io.redress.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;

/** A downstream system: takes tickets from the category queues by OpenWire. */
final class Tickets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Tickets() {}

    /** Takes every message that is in a {@code complaints.*} queue, until none has come for two seconds. */
    static List<JsonNode> drain(HubProcess hub) {
        var factory = new ActiveMQConnectionFactory("redress", HubProcess.BROKER_PASSWORD, hub.brokerUrl());
        factory.setWatchTopicAdvisories(false);
        List<JsonNode> tickets = new ArrayList<>();
        try (Connection connection = factory.createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer queue = session.createConsumer(session.createQueue("complaints.>"));
            for (var next = queue.receive(2_000); next != null; next = queue.receive(2_000)) {
                tickets.add(JSON.readTree(((TextMessage) next).getText()));
            }
            return tickets;
        } catch (JMSException e) {
            throw new IllegalStateException("the hub's broker does not answer", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.redress.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.BrokerUser;
import io.redress.due.QueueNames;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the messages of forgotten tickets and arrivals out of queues while the broker runs. Every other message goes to the
 * end of its queue again, in one transaction with its removal, so that none is lost or doubled: thereby the living leave the
 * old files of the broker's journal, which it can then delete.
 */
public final class QueuePurge {

    private static final long PATIENCE_MILLIS = 500;
    private static final int AT_ONCE = 100;
    private static final List<String> TICKET_MEMBERS = List.of("number", "ticket", "ticketNumber");
    private static final List<String> ITEM_MEMBERS = List.of("itemId", "id");

    private final ConnectionFactory connections;
    private final ObjectMapper json;
    private final String hub;

    /** @param hub the name of the hub's own user at the broker */
    public QueuePurge(ConnectionFactory connections, ObjectMapper json, String hub) {
        this.connections = connections;
        this.json = json;
        this.hub = hub;
    }

    /**
     * What is to go.
     *
     * @param tickets numbers
     * @param items ids
     */
    public record Gone(Set<String> tickets, Set<String> items) {
        public Gone {
            tickets = Set.copyOf(tickets);
            items = Set.copyOf(items);
        }
    }

    /**
     * What became of the queues.
     *
     * @param removed messages of the forgotten
     * @param blobs claim checks that messages name which are still to be worked on
     */
    public record Cleaned(int removed, int kept, Set<String> blobs) {}

    /**
     * Works through what is in the queues now. A message that a consumer has taken ahead is not seen.
     *
     * @param queues with the number of messages that are in each, at least
     */
    public Cleaned clean(Map<String, Long> queues, Gone gone) throws JMSException {
        int removed = 0;
        int kept = 0;
        Set<String> blobs = new HashSet<>();
        try (Connection connection = connections.createConnection()) {
            connection.start();
            for (var queue : queues.entrySet()) {
                try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                    int[] counts = clean(session, session.createQueue(queue.getKey()), queue.getValue(), gone, blobs);
                    removed += counts[0];
                    kept += counts[1];
                }
            }
        }
        return new Cleaned(removed, kept, blobs);
    }

    private int[] clean(Session session, Queue queue, long most, Gone gone, Set<String> blobs) throws JMSException {
        int[] counts = new int[2];
        try (MessageConsumer from = session.createConsumer(queue);
                MessageProducer to = session.createProducer(queue)) {
            to.setDisableMessageTimestamp(true); // each keeps the time at which it was sent first
            Set<String> sent = new HashSet<>();
            Message message = from.receive(PATIENCE_MILLIS);
            while (message != null && !sent.contains(message.getJMSMessageID())) {
                JsonNode body = body(message);
                if (concerns(body, gone) || isNamed(queue, message, gone)) {
                    counts[0]++;
                } else {
                    String ref = body.path("original").path("ref").asText("");
                    if (!ref.isEmpty()) {
                        blobs.add(ref);
                    }
                    sendAgain(to, queue, message);
                    sent.add(message.getJMSMessageID());
                    counts[1]++;
                }
                if ((counts[0] + counts[1]) % AT_ONCE == 0) {
                    session.commit();
                }
                message = counts[0] + counts[1] < most ? from.receive(PATIENCE_MILLIS) : null;
            }
            if (message != null) {
                sendAgain(to, queue, message); // once more round
            }
            session.commit();
        }
        return counts;
    }

    private void sendAgain(MessageProducer to, Queue queue, Message message) throws JMSException {
        String name = queue.getQueueName();
        Message again = QueueNames.isOfFailures(name)
                ? ResentDeadLetter.named(message, hub, false)
                : BrokerUser.WRITABLE.contains(name) ? OriginalSender.keep(message, hub) : message;
        to.send(again, message.getJMSDeliveryMode(), message.getJMSPriority(), 0);
    }

    private boolean concerns(JsonNode body, Gone gone) {
        return names(body, TICKET_MEMBERS, gone.tickets())
                || names(body, ITEM_MEMBERS, gone.items())
                || gone.items().contains(body.path("channel").path("itemId").asText());
    }

    /** What nobody could read as JSON, or what a report quotes, may name the forgotten anywhere. */
    private static boolean isNamed(Queue queue, Message message, Gone gone) throws JMSException {
        if (!QueueNames.isOfFailures(queue.getQueueName())) {
            return false;
        }
        String text = message instanceof TextMessage readable
                ? readable.getText()
                : message instanceof BytesMessage bytes ? new String(bytes.getBody(byte[].class), UTF_8) : null;
        return text != null
                && Stream.concat(gone.tickets().stream(), gone.items().stream()).anyMatch(text::contains);
    }

    private static boolean names(JsonNode body, List<String> members, Set<String> wanted) {
        return members.stream()
                .anyMatch(member -> wanted.contains(body.path(member).asText()));
    }

    private JsonNode body(Message message) throws JMSException {
        try {
            String text = message instanceof TextMessage readable ? readable.getText() : null;
            JsonNode body = text == null ? null : json.readTree(text);
            return body == null ? json.createObjectNode() : body;
        } catch (JsonProcessingException e) {
            return json.createObjectNode(); // none of ours: it stays
        }
    }
}

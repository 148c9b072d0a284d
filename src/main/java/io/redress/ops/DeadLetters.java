package io.redress.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.BrokerUser;
import io.redress.access.HubName;
import io.redress.access.MessageSender;
import io.redress.broker.RelayedSender;
import io.redress.due.Queues;
import io.redress.intake.ItemState;
import io.redress.ledger.ItemQueries;
import io.redress.ledger.ItemSummary;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts failed messages back to work. A failure report of the hub's own names the item whose original is replayed; anything
 * else is a message that the broker gave up on, and goes back to its queue as it is. Each message leaves in one transaction with
 * what replaces it, so that a crash loses none.
 */
@Component
class DeadLetters {

    private static final String PREFIX = "DLQ.";
    private static final int MOST = 10_000;
    private static final long PATIENCE_MILLIS = 1_000;
    /** Where the routes put failure reports. */
    private static final Set<String> REPORTED = Set.of(Queues.INVALID, PREFIX + "intake");

    /** Received: reopened by a replay that could not be sent. */
    private static final Set<String> UNSETTLED =
            Set.of(ItemState.INVALID.key(), ItemState.FAILED.key(), ItemState.RECEIVED.key());

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final ConnectionFactory connections;
    private final ItemQueries items;
    private final Replay replay;
    private final ObjectMapper json;
    private final Clock clock;
    private final HubName hub;

    DeadLetters(
            ConnectionFactory connections,
            ItemQueries items,
            Replay replay,
            ObjectMapper json,
            Clock clock,
            HubName hub) {
        this.connections = connections;
        this.items = items;
        this.replay = replay;
        this.json = json;
        this.clock = clock;
        this.hub = hub;
    }

    static boolean replays(String queue) {
        return queue.equals(Queues.INVALID) || (queue.startsWith(PREFIX) && queue.length() > PREFIX.length());
    }

    /**
     * Works off what is in the queue now; what fails again meanwhile is left for the next call.
     *
     * @return how many messages were put back to work
     */
    int replay(String queue) throws JMSException {
        long start = clock.millis();
        int moved = 0;
        try (Connection connection = connections.createConnection()) {
            connection.start();
            try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    MessageConsumer from = session.createConsumer(session.createQueue(queue));
                    MessageProducer back = session.createProducer(null)) {
                Message message = from.receive(PATIENCE_MILLIS);
                while (message != null && moved < MOST && message.getJMSTimestamp() <= start) {
                    putBack(message, queue, session, back);
                    session.commit();
                    moved++;
                    message = from.receive(PATIENCE_MILLIS);
                }
                session.rollback();
            }
        }
        return moved;
    }

    private void putBack(Message message, String queue, Session session, MessageProducer back) throws JMSException {
        MessageSender sender = MessageSender.of(
                message.getStringProperty("JMSXUserID"), message.getStringProperty(MessageSender.RELAYED), hub.value());
        Optional<UUID> item = isReport(sender, queue) ? item(message) : Optional.empty();
        String home = queue.equals(Queues.INVALID) ? queue : queue.substring(PREFIX.length());
        boolean others = BrokerUser.WRITABLE.contains(home);
        if (item.isPresent() ? !settled(item.get()) : home.equals(queue) || (sender.name() != null && !others)) {
            back.send(session.createQueue(queue), message); // nothing can be done for it: kept, behind the others
        } else if (item.isEmpty()) {
            back.send(session.createQueue(home), others ? RelayedSender.keep(message, hub.value()) : message);
        }
    }

    /**
     * Whether it may be a failure report: only the hub writes those. Of a broker that does not say who sent a message, only
     * what stands where the routes put them, and where nobody else may write (docs/broker.md).
     */
    private static boolean isReport(MessageSender sender, String queue) {
        return sender.isHub() || (sender.name() == null && REPORTED.contains(queue));
    }

    /** True when the item of a report is on its way again, or ended well since the report was written. */
    private boolean settled(UUID id) {
        Optional<ItemSummary> item = items.find(id);
        if (item.isEmpty()) {
            LOG.warn("item {} is reported as failed, but the ledger has no such item", id);
            return false;
        }
        return !UNSETTLED.contains(item.get().state()) || replay.replay(id) == Replay.Outcome.HANDED_OFF;
    }

    /** The item that a failure report names. */
    private Optional<UUID> item(Message message) throws JMSException {
        if (!(message instanceof TextMessage text) || text.getText() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readTree(text.getText()).get("itemId"))
                    .map(id -> UUID.fromString(id.asText()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty(); // no report of ours: it goes back as it is
        }
    }
}

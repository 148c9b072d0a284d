package io.redress.api.deadletter;

import io.redress.access.BrokerUser;
import io.redress.access.HubUserName;
import io.redress.access.MessageSender;
import io.redress.api.item.Replay;
import io.redress.api.item.Replayed;
import io.redress.broker.ResentDeadLetter;
import io.redress.due.QueueNames;
import io.redress.intake.ItemState;
import io.redress.ledger.failure.DiscardedDeadLetters;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSummary;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What operators do with failed messages. A failure report of the hub's own names the item whose original is replayed;
 * anything else is a message that failed, and goes back to its queue as it is.
 */
@Component
public class DeadLetters {

    /** Received: reopened by a replay that could not be sent. */
    private static final Set<String> UNSETTLED =
            Set.of(ItemState.INVALID.key(), ItemState.FAILED.key(), ItemState.RECEIVED.key());

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetterQueueScan pass;
    private final DeadLetterReader reader;
    private final ItemQueries items;
    private final DiscardedDeadLetters discarded;
    private final Replay replay;
    private final HubUserName hub;

    DeadLetters(
            DeadLetterQueueScan pass,
            DeadLetterReader reader,
            ItemQueries items,
            DiscardedDeadLetters discarded,
            Replay replay,
            HubUserName hub) {
        this.pass = pass;
        this.reader = reader;
        this.items = items;
        this.discarded = discarded;
        this.replay = replay;
        this.hub = hub;
    }

    /** A message with what is in it. */
    record Opened(DeadLetter letter, @Nullable String body) {}

    /** Those that are chosen, the oldest first. */
    public List<DeadLetter> list(String queue, Predicate<DeadLetter> chosen) throws JMSException {
        List<DeadLetter> found = new ArrayList<>();
        pass.look(queue, (message, letter) -> {
            if (chosen.test(letter)) {
                found.add(letter);
            }
            return true;
        });
        return found;
    }

    Optional<Opened> find(String queue, String id) throws JMSException {
        var found = new AtomicReference<Opened>();
        pass.look(queue, (message, letter) -> {
            if (letter.id().equals(id)) {
                found.set(new Opened(letter, DeadLetterReader.content(message)));
            }
            return found.get() == null;
        });
        return Optional.ofNullable(found.get());
    }

    /** Puts what is chosen back to work, each once; what fails again meanwhile is left for the next call. */
    public Replayed replay(String queue, Predicate<DeadLetter> chosen) throws JMSException {
        var counts = pass.run(
                queue,
                chosen,
                (message, letter, session, producer) -> isPutBack(message, letter, queue, session, producer));
        return new Replayed(counts.taken(), counts.kept());
    }

    /** Removes what is chosen for good; the ledger keeps what, who and why. */
    public Discarded discard(String queue, Predicate<DeadLetter> chosen, String by, String why) throws JMSException {
        var counts = pass.run(queue, chosen, (message, letter, session, producer) -> {
            discarded.add(new DiscardedDeadLetters.Letter(
                    queue, letter.id(), letter.failedAt(), letter.reason(), letter.item(), letter.ticket(), by, why));
            return true;
        });
        return new Discarded(counts.taken());
    }

    private boolean isPutBack(
            Message message, DeadLetter letter, String queue, Session session, MessageProducer producer)
            throws JMSException {
        if (letter.item() != null) {
            return isSettled(UUID.fromString(letter.item()));
        }
        String home = QueueNames.homeOf(queue);
        MessageSender sender = reader.sender(message);
        if (home.equals(queue) || (sender.name() != null && !BrokerUser.WRITABLE.contains(home))) {
            return false; // nothing can be done for it
        }
        producer.send(session.createQueue(home), ResentDeadLetter.named(message, hub.value(), true));
        return true;
    }

    /** True when the item of a report is on its way again, or ended well since the report was written. */
    private boolean isSettled(UUID id) {
        Optional<ItemSummary> item = items.find(id);
        if (item.isEmpty()) {
            LOG.warn("item {} is reported as failed, but the ledger has no such item", id);
            return false;
        }
        return !UNSETTLED.contains(item.get().state()) || replay.replay(id) == Replay.Outcome.HANDED_OFF;
    }
}

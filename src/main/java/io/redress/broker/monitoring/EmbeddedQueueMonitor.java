package io.redress.broker.monitoring;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;

/** The queues of the broker inside the hub, by the broker's own counters. */
public final class EmbeddedQueueMonitor implements QueueMonitor {

    private final BrokerService broker;
    private final OldestMessage oldest;
    private final KnownQueues known;
    private final QueueRates rates;

    public EmbeddedQueueMonitor(BrokerService broker, OldestMessage oldest, KnownQueues known, Clock clock) {
        this.broker = broker;
        this.oldest = oldest;
        this.known = known;
        this.rates = new QueueRates(clock);
    }

    @Override
    public List<QueueState> all() throws JMSException {
        Map<String, QueueState> counted = counted();
        List<String> filled = counted.values().stream()
                .filter(queue -> queue.depth() > 0)
                .map(QueueState::name)
                .toList();
        var sights = oldest.look(filled, 1);
        List<QueueState> states = new ArrayList<>();
        counted.values().forEach(queue -> {
            var sight = sights.get(queue.name());
            Long age = sight == null ? null : sight.oldestAgeSeconds();
            states.add(new QueueState(queue.name(), queue.depth(), age, queue.consumers(), queue.takenPerMinute()));
        });
        return states;
    }

    /** Depths, rates and consumers only, which costs nothing. */
    Map<String, QueueState> counted() throws JMSException {
        var states = new LinkedHashMap<String, QueueState>();
        known.names().forEach(name -> states.put(name, new QueueState(name, 0, null, 0L, null)));
        new TreeMap<>(destinations(broker)).forEach((name, destination) -> {
            if (name.isQueue() && !name.isTemporary()) {
                String queue = name.getPhysicalName();
                long depth =
                        destination.getDestinationStatistics().getMessages().getCount();
                Double rate = rates.of(
                        queue,
                        destination.getDestinationStatistics().getDequeues().getCount());
                states.put(queue, new QueueState(queue, depth, null, consumers(destination), rate));
            }
        });
        return states;
    }

    /** Who only looks, as the hub itself does at each measurement, takes nothing. */
    private static long consumers(Destination destination) {
        return destination.getConsumers().stream()
                .filter(subscription -> !subscription.isBrowser())
                .count();
    }

    /** How many messages are in one queue; 0 when it is not there. */
    public static long depth(BrokerService broker, String queue) throws JMSException {
        Destination destination = destinations(broker).get(new ActiveMQQueue(queue));
        return destination == null
                ? 0
                : destination.getDestinationStatistics().getMessages().getCount();
    }

    private static Map<ActiveMQDestination, Destination> destinations(BrokerService broker) throws JMSException {
        try {
            return broker.getBroker().getDestinationMap();
        } catch (Exception e) {
            var error = new JMSException("the embedded broker is not running");
            error.initCause(e);
            throw error;
        }
    }
}

package io.redress.broker.monitoring;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The queues of an external broker, as far as JMS tells: those that the hub is configured to use, counted by browsing. A
 * depth is a lower bound where the broker limits what a browser sees (ActiveMQ Classic: 400 messages by default).
 */
public final class BrowsingQueueMonitor implements QueueMonitor {

    private static final int MOST = 10_000;

    private final OldestMessage oldest;
    private final KnownQueues known;

    public BrowsingQueueMonitor(OldestMessage oldest, KnownQueues known) {
        this.oldest = oldest;
        this.known = known;
    }

    @Override
    public List<QueueState> all() throws JMSException {
        List<String> names = known.names();
        var sights = oldest.look(names, MOST);
        List<QueueState> states = new ArrayList<>();
        sights.forEach(
                (name, sight) -> states.add(new QueueState(name, sight.count(), sight.oldestAgeSeconds(), null, null)));
        states.sort(Comparator.comparingInt(state -> names.indexOf(state.name())));
        return states;
    }
}

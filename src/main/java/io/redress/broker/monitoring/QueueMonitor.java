package io.redress.broker.monitoring;

import jakarta.jms.JMSException;
import java.util.List;

/** The broker's queues, for people and gauges to look at. */
public interface QueueMonitor {

    /** Every queue with what waits in it, by name. */
    List<QueueState> all() throws JMSException;

    /** True when there is a queue of that name. */
    default boolean has(String name) throws JMSException {
        return all().stream().anyMatch(queue -> queue.name().equals(name));
    }
}

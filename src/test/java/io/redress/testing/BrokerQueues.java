package io.redress.testing;

import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQQueue;
import org.springframework.jms.core.JmsTemplate;

/**
 * The queues of a hub's own broker as the broker counts them. A consumer that merely gets nothing may have asked too
 * early: the ledger shows a step before the broker has the messages of its transaction.
 */
public record BrokerQueues(BrokerService broker, ConnectionFactory connections) {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Waits until all of a queue was taken, by transactions that have ended: what they sent can be read. */
    public void awaitTaken(String queue) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(2)).until(() -> depth(queue) == 0);
    }

    /** Takes all that is in a queue now, or in the queues of a wildcard such as {@code complaints.>}. */
    public List<String> takeAll(String pattern) {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(1_000);
        List<String> taken = new ArrayList<>();
        await().atMost(SOON).pollDelay(Duration.ZERO).until(() -> {
            while (depth(pattern) > 0) {
                Message next = jms.receive(pattern);
                if (next == null) {
                    return false;
                }
                taken.add(
                        next instanceof BytesMessage
                                ? new String(next.getBody(byte[].class), StandardCharsets.UTF_8)
                                : next.getBody(String.class));
            }
            return true;
        });
        return taken;
    }

    private long depth(String pattern) throws Exception {
        return broker.getBroker().getDestinations(new ActiveMQQueue(pattern)).stream()
                .mapToLong(
                        queue -> queue.getDestinationStatistics().getMessages().getCount())
                .sum();
    }
}

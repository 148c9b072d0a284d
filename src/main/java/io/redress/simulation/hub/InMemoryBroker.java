package io.redress.simulation.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.VMPendingQueueMessageStoragePolicy;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.TransactionId;

/** The broker of a simulation: it keeps nothing on disk, takes no connection from outside and knows when it is idle. */
final class InMemoryBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BrokerService broker = new BrokerService();
    private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();

    InMemoryBroker(Path folder) throws Exception {
        broker.setBrokerName("simulation-" + UUID.randomUUID());
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.setAdvisorySupport(false);
        broker.setSchedulerSupport(false);
        broker.setDataDirectoryFile(folder.toFile());
        broker.setTmpDataDirectory(folder.resolve("tmp").toFile());
        var policy = new PolicyEntry();
        policy.setQueue(">");
        policy.setPendingQueuePolicy(new VMPendingQueueMessageStoragePolicy());
        var policies = new PolicyMap();
        policies.setPolicyEntries(List.of(policy));
        broker.setDestinationPolicy(policies);
        broker.getSystemUsage().setSendFailIfNoSpace(true);
        broker.setPlugins(new BrokerPlugin[] {Commits::new});
        broker.start();
    }

    String url() {
        return "vm://" + broker.getBrokerName() + "?create=false";
    }

    /** How many messages a queue holds, those being worked on included. */
    long depth(String queue) {
        return destinations
                .computeIfAbsent(queue, this::destination)
                .getDestinationStatistics()
                .getMessages()
                .getCount();
    }

    /**
     * Waits until queues are empty and what was taken from them is done.
     *
     * @throws IllegalStateException when they do not become empty
     */
    void awaitEmpty(Collection<String> queues) throws InterruptedException {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (queues.stream().anyMatch(queue -> depth(queue) > 0)) {
                if (left <= 0) {
                    throw new IllegalStateException("the queues " + queues + " do not become empty");
                }
                left = committed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Destination destination(String queue) {
        try {
            return broker.getDestination(new ActiveMQQueue(queue));
        } catch (Exception e) {
            throw new IllegalStateException("queue " + queue + " cannot be made", e);
        }
    }

    @Override
    public void close() throws Exception {
        broker.stop();
        broker.waitUntilStopped();
    }

    /** Wakes who waits after each commit; the hub takes every message in a transaction. */
    private final class Commits extends BrokerFilter {

        Commits(Broker next) {
            super(next);
        }

        @Override
        public void commitTransaction(ConnectionContext context, TransactionId id, boolean onePhase) throws Exception {
            super.commitTransaction(context, id, onePhase);
            lock.lock();
            try {
                committed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}

package io.redress.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.command.ActiveMQMessage;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.listener.AbstractMessageListenerContainer;

/**
 * Consumers that give their route the messages that wait as one {@link MessageBatch}, in one transaction (Transactional
 * Client of Enterprise Integration Patterns). A batch is closed when no message waits, so nothing is held back for one that
 * may come. Named in a route by
 * {@code consumerType=Custom&messageListenerContainerFactory=#intakeBatches&mapJmsMessage=false}.
 *
 * <p>A transaction that is rolled back gives all messages of its batch back. For a minute each then comes in a batch of its
 * own, so that one that never works holds up no other; later, one that comes again ends its batch.
 */
public final class BatchConsumers implements MessageListenerContainerFactory {

    /** How long messages are taken one by one after a rollback: until those that it gave back have come again. */
    private static final Duration CAUTION = RedeliveryPolicies.LONGEST_PAUSE.plusSeconds(30);

    private final int most;
    private final long mostBytes;

    /**
     * @param most messages in a batch
     * @param mostBytes of memory that the messages of a batch take; the message that reaches it is the batch's last
     */
    public BatchConsumers(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    @Override
    public AbstractMessageListenerContainer createMessageListenerContainer(JmsEndpoint endpoint) {
        return new Container(endpoint, most, mostBytes);
    }

    private static final class Container extends DefaultJmsMessageListenerContainer {

        private final int most;
        private final long mostBytes;
        /** By {@link System#nanoTime}. */
        private volatile long rolledBack = System.nanoTime() - CAUTION.toNanos();

        Container(JmsEndpoint endpoint, int most, long mostBytes) {
            super(endpoint);
            this.most = most;
            this.mostBytes = mostBytes;
        }

        @Override
        protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
            Message next = super.receiveMessage(consumer);
            if (next == null) {
                return null;
            }
            List<Message> taken = new ArrayList<>();
            long bytes = 0;
            boolean single = System.nanoTime() - rolledBack < CAUTION.toNanos();
            while (next != null) {
                taken.add(next);
                bytes += next instanceof ActiveMQMessage message ? message.getSize() : 0;
                boolean full = single || taken.size() >= most || bytes >= mostBytes || next.getJMSRedelivered();
                next = full ? null : consumer.receiveNoWait();
            }
            return new MessageBatch(taken);
        }

        @Override
        protected void rollbackIfNecessary(Session session) throws JMSException {
            rolledBack = System.nanoTime();
            super.rollbackIfNecessary(session);
        }

        @Override
        protected void rollbackOnExceptionIfNecessary(Session session, Throwable thrown) throws JMSException {
            rolledBack = System.nanoTime();
            super.rollbackOnExceptionIfNecessary(session, thrown);
        }
    }
}

package io.redress.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.listener.AbstractMessageListenerContainer;

/**
 * Consumers that commit what they take in groups: a transaction of twenty messages costs the broker one disk sync, as one
 * of one message does. A group ends when no message waits, so nothing is held back for a message that may come. Named in a
 * route by {@code consumerType=Custom&messageListenerContainerFactory=#groupCommit}.
 *
 * <p>A transaction that is broken off gives all messages of its group back, so each must be safe to take again; those are
 * then committed one by one, so that one that never works holds up no other.
 */
public final class GroupCommit implements MessageListenerContainerFactory {

    private final int most;
    private final long longest;

    /**
     * @param most messages in a transaction
     * @param longest after which a group ends with the message in work, for the sake of those that are done
     */
    public GroupCommit(int most, Duration longest) {
        this.most = most;
        this.longest = longest.toNanos();
    }

    @Override
    public AbstractMessageListenerContainer createMessageListenerContainer(JmsEndpoint endpoint) {
        return new Container(endpoint, most, longest);
    }

    /** Messages that a thread has taken and not yet committed. */
    private static final class Group {
        private @Nullable Session session;
        private int size;
        private long since;

        void add(Session taker) {
            if (size++ == 0) {
                session = taker;
                since = System.nanoTime();
            }
        }

        void end() {
            session = null;
            size = 0;
        }
    }

    private static final class Container extends DefaultJmsMessageListenerContainer {

        private final int most;
        private final long longest;
        private final ThreadLocal<Group> groups = ThreadLocal.withInitial(Group::new);

        Container(JmsEndpoint endpoint, int most, long longest) {
            super(endpoint);
            this.most = most;
            this.longest = longest;
        }

        @Override
        protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
            Group group = groups.get();
            if (group.session != null) {
                Message next = consumer.receiveNoWait();
                if (next != null) {
                    return next;
                }
                commit(group, group.session, null);
            }
            return super.receiveMessage(consumer);
        }

        @Override
        protected void commitIfNecessary(Session session, @Nullable Message message) throws JMSException {
            Group group = groups.get();
            group.add(session);
            if (message == null
                    || message.getJMSRedelivered()
                    || group.size >= most
                    || System.nanoTime() - group.since >= longest
                    || !isRunning()) {
                commit(group, session, message);
            }
        }

        private void commit(Group group, Session session, @Nullable Message message) throws JMSException {
            group.end();
            super.commitIfNecessary(session, message);
        }

        @Override
        protected void rollbackIfNecessary(Session session) throws JMSException {
            groups.get().end();
            super.rollbackIfNecessary(session);
        }

        @Override
        protected void rollbackOnExceptionIfNecessary(Session session, Throwable thrown) throws JMSException {
            groups.get().end();
            super.rollbackOnExceptionIfNecessary(session, thrown);
        }
    }
}

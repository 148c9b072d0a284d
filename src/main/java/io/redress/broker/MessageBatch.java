package io.redress.broker;

import java.util.List;
import org.apache.activemq.command.ActiveMQMessage;

/**
 * Messages that {@link BatchConsumers} took off a queue together, as one message without properties of its own. It is
 * handed to a route, and never sent.
 */
public final class MessageBatch extends ActiveMQMessage {

    private final List<jakarta.jms.Message> messages;

    /** @param messages in the order of their queue; at least one */
    public MessageBatch(List<jakarta.jms.Message> messages) {
        this.messages = List.copyOf(messages);
    }

    public List<jakarta.jms.Message> messages() {
        return messages;
    }
}

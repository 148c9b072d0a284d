package io.redress.broker.downstream;

import org.apache.activemq.command.ActiveMQBytesMessage;
import org.apache.activemq.command.ActiveMQTextMessage;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.Message;
import org.jspecify.annotations.Nullable;

/** What a system downstream needs of a broker; the rest of what the broker can do would serve to harm others. */
final class ClientCommandPolicy {

    /** Bytes of a message. */
    private static final int LARGEST = 1024 * 1024;

    private ClientCommandPolicy() {}

    /** What is unusual with a consumer, in words that follow "may not"; null when nothing is. */
    static @Nullable String special(ConsumerInfo info) {
        if (info.isExclusive() || info.getPriority() != 0) {
            return "be preferred to other consumers";
        }
        if (info.getSelector() != null && !info.getSelector().isBlank() || info.getAdditionalPredicate() != null) {
            return "use a selector";
        }
        if (info.isNetworkSubscription()
                || info.getBrokerPath() != null
                || info.getNetworkConsumerPath() != null
                || info.getSubscriptionName() != null
                || info.isRetroactive()) {
            return "subscribe as a broker or for ever";
        }
        return null;
    }

    /** What is unusual with a message, in words that follow "may not send"; null when nothing is. */
    static @Nullable String special(Message message) {
        if (!(message instanceof ActiveMQTextMessage) && !(message instanceof ActiveMQBytesMessage)) {
            return "anything but text or bytes";
        }
        if (message.isCompressed()) {
            return "compressed messages";
        }
        return message.getSize() > LARGEST ? "more than 1 MiB" : null;
    }

    /** Takes away what would make the hub answer to a queue of the sender's choice, or keep messages together. */
    static void plain(Message message) {
        message.setReplyTo(null);
        message.setGroupID(null);
        message.setGroupSequence(0);
        message.setOriginalDestination(null);
        message.setBrokerPath(null);
    }
}

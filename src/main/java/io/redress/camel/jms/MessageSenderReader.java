package io.redress.camel.jms;

import io.redress.access.HubUserName;
import io.redress.access.MessageSender;
import io.redress.access.SentMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a message, by what the broker stamped it with. It is read from the message itself: among the headers of an
 * exchange, whose names know no case, a property {@code jmsxuserid} of the sender's would stand in its place.
 */
public final class MessageSenderReader {

    private final HubUserName hub;

    public MessageSenderReader(HubUserName hub) {
        this.hub = hub;
    }

    /** The body as text, with its sender; the message itself is remembered in case that it fails. */
    @Handler
    public SentMessage of(Exchange exchange) throws JMSException {
        DeadLetterChannel.remember(exchange);
        Message message = DeadLetterChannel.arrived(exchange);
        String text = exchange.getMessage().getBody(String.class);
        return new SentMessage(
                text == null ? "" : text, message == null ? MessageSender.UNKNOWN : sender(message, hub));
    }

    private static MessageSender sender(Message message, HubUserName hub) throws JMSException {
        @Nullable String stamp = message.getStringProperty("JMSXUserID");
        return MessageSender.of(stamp, message.getStringProperty(MessageSender.RELAYED), hub.value());
    }
}

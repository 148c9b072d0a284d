package io.redress.broker;

import io.redress.access.MessageSender;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** A message that the hub sends again is still the word of who sent it first. */
public final class OriginalSender {

    private OriginalSender() {}

    /**
     * The same message, fit to be sent by the hub: without this it would count as the hub's own word.
     *
     * @param hub the name of the hub's own user at the broker
     */
    public static Message keep(Message message, String hub) throws JMSException {
        String stamp = message.getStringProperty("JMSXUserID");
        MessageSender sender = MessageSender.of(stamp, message.getStringProperty(MessageSender.RELAYED), hub);
        if (!sender.isHub()) {
            message.clearProperties();
            message.setStringProperty(MessageSender.RELAYED, sender.name() == null ? "" : sender.name());
        }
        return message;
    }
}

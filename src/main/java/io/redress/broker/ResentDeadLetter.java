package io.redress.broker;

import io.redress.access.MessageSender;
import io.redress.failure.DeadLetterProperties;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters that the hub sends again: each stays recognisable, and the word of who sent it first. */
public final class ResentDeadLetter {

    private static final String STAMP = "JMSXUserID";

    private ResentDeadLetter() {}

    /** By which a dead letter is known: what the hub wrote on it, else its message id. */
    public static String id(Message message, String hub) throws JMSException {
        String known = own(message, DeadLetterProperties.ID, hub);
        return known == null ? String.valueOf(message.getJMSMessageID()) : known;
    }

    /** A property that the hub wrote; null when there is none, or when somebody else sent the message. */
    public static @Nullable String own(Message message, String property, String hub) throws JMSException {
        return isOurs(message, hub) ? message.getStringProperty(property) : null;
    }

    /**
     * The same message, fit to be sent by the hub under the same name. What another sender wrote beside the body stays behind.
     *
     * @param hub the name of the hub's own user at the broker
     * @param goesHome whether it is worked on again: then what was wrong with it is taken off
     */
    public static Message named(Message message, String hub, boolean goesHome) throws JMSException {
        String id = id(message, hub);
        MessageSender sender = MessageSender.of(
                message.getStringProperty(STAMP), message.getStringProperty(MessageSender.RELAYED), hub);
        Map<String, Object> kept = new HashMap<>();
        for (Object name : List.copyOf(Collections.list(message.getPropertyNames()))) {
            String property = String.valueOf(name);
            boolean says = DeadLetterProperties.isOurs(property);
            if (!property.startsWith("JMS") && (says ? !goesHome && isOurs(message, hub) : sender.isHub())) {
                kept.put(property, message.getObjectProperty(property));
            }
        }
        message.clearProperties();
        for (var property : kept.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setStringProperty(DeadLetterProperties.ID, id);
        if (!sender.isHub()) {
            message.setStringProperty(MessageSender.RELAYED, sender.name() == null ? "" : sender.name());
        }
        return message;
    }

    /** A broker that stamps nothing lets nobody else write where dead letters are (docs/broker.md). */
    private static boolean isOurs(Message message, String hub) throws JMSException {
        String stamp = message.getStringProperty(STAMP);
        return stamp == null || stamp.isEmpty() || stamp.equals(hub);
    }
}

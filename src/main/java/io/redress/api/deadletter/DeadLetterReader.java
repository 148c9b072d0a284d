package io.redress.api.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.access.HubUserName;
import io.redress.access.MessageSender;
import io.redress.broker.ResentDeadLetter;
import io.redress.due.QueueNames;
import io.redress.failure.DeadLetterProperties;
import io.redress.ticket.TicketNumber;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a dead letter says of itself: in the hub's own properties, in a report, or in what the broker wrote on it. */
@Component
class DeadLetterReader {

    /** Where the routes put failure reports. */
    private static final Set<String> REPORTED = Set.of(QueueNames.INVALID, QueueNames.DEAD_LETTERS + "intake");

    private static final String BROKERS_WORD = "dlqDeliveryFailureCause";

    private final ObjectMapper json;
    private final HubUserName hub;

    DeadLetterReader(ObjectMapper json, HubUserName hub) {
        this.json = json;
        this.hub = hub;
    }

    DeadLetter of(String queue, Message message) throws JMSException {
        MessageSender sender = sender(message);
        JsonNode body = body(message);
        // Whoever may write a queue may write what looks like a report, but not a report (docs/broker.md).
        boolean isReport = sender.isHub() || (sender.name() == null && REPORTED.contains(queue));
        String reason = ResentDeadLetter.own(message, DeadLetterProperties.REASON, hub.value());
        if (reason == null) {
            reason = isReport ? text(body, "reason") : null;
        }
        if (reason == null) {
            reason = message.getStringProperty(BROKERS_WORD);
        }
        String remedy = ResentDeadLetter.own(message, DeadLetterProperties.REMEDY, hub.value());
        return new DeadLetter(
                ResentDeadLetter.id(message, hub.value()),
                failedAt(message, isReport ? text(body, "at") : null),
                reason,
                remedy == null && isReport ? text(body, "remedy") : remedy,
                sender.name(),
                isReport ? item(body) : null,
                ticket(body),
                message instanceof TextMessage ? "text" : message instanceof BytesMessage ? "bytes" : "other",
                size(message));
    }

    MessageSender sender(Message message) throws JMSException {
        return MessageSender.of(
                message.getStringProperty("JMSXUserID"), message.getStringProperty(MessageSender.RELAYED), hub.value());
    }

    /** The body as it is, bytes in Base64; null when it is neither text nor bytes, since no object is made of it. */
    static @Nullable String content(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            bytes.reset();
            var content = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(content);
            return Base64.getEncoder().encodeToString(content);
        }
        return message instanceof TextMessage text ? text.getText() : null;
    }

    private Instant failedAt(Message message, @Nullable String reported) throws JMSException {
        String written = ResentDeadLetter.own(message, DeadLetterProperties.FAILED_AT, hub.value());
        try {
            String at = written == null ? reported : written;
            return at == null ? Instant.ofEpochMilli(message.getJMSTimestamp()) : Instant.parse(at);
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(message.getJMSTimestamp());
        }
    }

    private JsonNode body(Message message) throws JMSException {
        try {
            JsonNode body = message instanceof TextMessage text && text.getText() != null
                    ? json.readTree(text.getText())
                    : null;
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException | NumberFormatException e) {
            return MissingNode.getInstance(); // that is why it is here
        }
    }

    private static @Nullable String item(JsonNode body) {
        try {
            String item = text(body, "itemId");
            return item == null ? null : UUID.fromString(item).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String ticket(JsonNode body) {
        return Stream.of("number", "ticket", "ticketNumber")
                .flatMap(member -> TicketNumber.namedIn(body.path(member).asText()).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode body, String member) {
        JsonNode value = body.path(member);
        return value.isTextual() ? value.asText() : null;
    }

    private static long size(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            return bytes.getBodyLength();
        }
        return message instanceof TextMessage text && text.getText() != null
                ? text.getText().length()
                : 0;
    }
}

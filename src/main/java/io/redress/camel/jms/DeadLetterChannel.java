package io.redress.camel.jms;

import com.fasterxml.jackson.core.JacksonException;
import io.redress.access.HubUserName;
import io.redress.access.MessageSender;
import io.redress.broker.ResentDeadLetter;
import io.redress.due.QueueNames;
import io.redress.failure.DeadLetterProperties;
import io.redress.failure.RedactedException;
import io.redress.failure.UnreadableMessageException;
import io.redress.privacy.Masking;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.TypeConversionException;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Dead Letter Channel of every queue that the hub takes from. What failed becomes the body again as it came, with what
 * went wrong as properties, and variable {@code deadLetterQueue} says where it goes: {@code DLQ.} and the queue's own name,
 * from where a replay brings it home.
 */
public final class DeadLetterChannel {

    static final String QUEUE = "deadLetterQueue";
    /** The variable that holds an item's {@code RawMessage}; routes and the log context read it, too. */
    static final String RAW = "raw";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterChannel.class);
    /** In place of an object, as eager-poison-body in application.yaml has it. */
    private static final String UNREAD = "a message whose body cannot be read; send a text message";

    private static final String ARRIVALS = "intake";
    private static final String ARRIVED = "redressArrived";
    private static final int LONGEST_REASON = 1_000;
    private static final String LOOK = "see the log at this time; after an update replay it";
    private static final String WRITER = "look who sends it, and discard it";

    private final HubUserName hub;
    private final Clock clock;

    public DeadLetterChannel(HubUserName hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** What is told of a failure: {@code logged} has no values of the message. */
    private record Cause(String logged, String told, String remedy, boolean poison) {}

    /** Makes the exchange's message the dead letter. An item's own report, which replaces it, keeps the properties. */
    @Handler
    public void receive(Exchange exchange) throws JMSException {
        Message original = arrived(exchange);
        Cause cause = cause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class), original);
        String queue = queue(exchange);
        boolean isItem = exchange.getVariable(RAW) != null;
        String id = original == null ? exchange.getExchangeId() : id(original);
        Object body = body(exchange, original);
        var letter = exchange.getMessage();
        letter.removeHeaders("*");
        letter.setBody(body);
        letter.setHeader(DeadLetterProperties.ID, id);
        letter.setHeader(
                DeadLetterProperties.REASON,
                StringUtils.abbreviate(Masking.all().mask(cause.told()), "…", LONGEST_REASON));
        letter.setHeader(DeadLetterProperties.REMEDY, cause.remedy());
        letter.setHeader(DeadLetterProperties.FAILED_AT, clock.instant().toString());
        if (original != null && !isItem) {
            MessageSender sender = sender(original);
            if (!sender.isHub()) {
                letter.setHeader(MessageSender.RELAYED, sender.name() == null ? "" : sender.name());
            }
        }
        exchange.setVariable(QUEUE, QueueNames.DEAD_LETTERS + queue);
        if (!isItem) { // failures tells of items, by their names
            log(exchange, queue, id, cause);
        }
    }

    /** Arrivals have one dead letter queue, whichever of the intake queues they came by. */
    private static String queue(Exchange exchange) {
        String name = exchange.getFromEndpoint() instanceof JmsEndpoint from ? from.getDestinationName() : ARRIVALS;
        return QueueNames.INTAKE.contains(name) ? ARRIVALS : name;
    }

    /** The message as it came; steps may have put another into its place since. */
    static @Nullable Message arrived(Exchange exchange) {
        Message kept = exchange.getProperty(ARRIVED, Message.class);
        return kept == null && exchange.getMessage() instanceof JmsMessage jms ? jms.getJmsMessage() : kept;
    }

    /** Remembers it, for a route whose steps replace it. */
    public static void remember(Exchange exchange) {
        keep(exchange, arrived(exchange));
    }

    static void keep(Exchange exchange, @Nullable Message message) {
        exchange.setProperty(ARRIVED, message);
    }

    private static void log(Exchange exchange, String queue, String id, Cause cause) {
        if (cause.poison()) {
            LOG.warn(
                    "Message {} of queue {} cannot be read: {}; it is on DLQ.{}: {}",
                    id,
                    queue,
                    cause.logged(),
                    queue,
                    cause.remedy());
        } else {
            LOG.error(
                    "Message {} of queue {} failed; it is on DLQ.{}, replay it after fixing",
                    id,
                    queue,
                    queue,
                    RedactedException.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
        }
    }

    private static Cause cause(@Nullable Throwable error, @Nullable Message original) {
        if (error instanceof UnreadableMessageException unreadable) {
            return new Cause(said(unreadable), said(unreadable), unreadable.remedy(), true);
        }
        if (error instanceof JacksonException json) {
            var at = json.getLocation();
            String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            String logged = "it is not the JSON that belongs here" + place;
            return new Cause(logged, logged + ": " + json.getOriginalMessage(), WRITER, true);
        }
        boolean isText = original == null || original instanceof TextMessage || original instanceof BytesMessage;
        if (!isText || error instanceof TypeConversionException) {
            return new Cause("it is neither text nor bytes", "it is neither text nor bytes", WRITER, true);
        }
        String type = error == null ? "unknown" : error.getClass().getName();
        return new Cause(type, error == null ? type : type + ": " + said(error), LOOK, false);
    }

    private static String said(Throwable error) {
        return String.valueOf(error.getMessage());
    }

    /** The body as it came. What is neither text nor bytes is told, never made an object of. */
    static Object body(Exchange exchange, @Nullable Message original) throws JMSException {
        if (original instanceof TextMessage text) {
            return text.getText() == null ? "" : text.getText();
        }
        if (original instanceof BytesMessage bytes) {
            bytes.reset();
            var body = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(body);
            return body;
        }
        String text = original instanceof ObjectMessage
                ? UNREAD
                : exchange.getMessage().getBody(String.class);
        return text == null ? "" : text;
    }

    private String id(Message message) throws JMSException {
        return ResentDeadLetter.id(message, hub.value());
    }

    private MessageSender sender(Message message) throws JMSException {
        return MessageSender.of(
                message.getStringProperty("JMSXUserID"), message.getStringProperty(MessageSender.RELAYED), hub.value());
    }
}

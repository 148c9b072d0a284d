package io.redress.camel.jms;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.broker.MessageBatch;
import io.redress.intake.RawMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.camel.Exchange;

/** The messages of an intake queue, whether they come in a batch or alone. */
public final class IntakeMessages {

    private final ObjectMapper json;

    public IntakeMessages(ObjectMapper json) {
        this.json = json;
    }

    /** The messages of an exchange that took them; what is no batch is one. */
    public List<Object> of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof MessageBatch batch ? List.copyOf(batch.messages()) : List.of(body);
    }

    /**
     * The arrival in a message as the hub sends them.
     *
     * @throws IllegalArgumentException for a message that is not text, or whose text cannot be read from the broker
     * @throws UncheckedIOException for text that is not an arrival as JSON; tried alone, such a message becomes a dead letter
     */
    public RawMessage read(Object message) {
        if (!(message instanceof TextMessage text)) {
            throw new IllegalArgumentException("not a text message");
        }
        try {
            return json.readValue(text.getText(), RawMessage.class);
        } catch (JMSException e) {
            throw new IllegalArgumentException("a message whose text cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes one message of a batch the exchange's, as if it had come alone. */
    public void alone(Exchange exchange) throws JMSException {
        if (exchange.getMessage().getBody() instanceof Message message) {
            DeadLetterChannel.keep(exchange, message);
            exchange.getMessage().setBody(DeadLetterChannel.body(exchange, message));
        }
    }

    /** Keeps the message by which a recorded item came, for a dead letter. */
    public void keep(Exchange exchange, Object message) {
        if (message instanceof Message jms) {
            DeadLetterChannel.keep(exchange, jms);
        }
    }
}

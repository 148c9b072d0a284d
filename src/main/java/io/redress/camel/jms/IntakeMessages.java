package io.redress.camel.jms;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.broker.MessageBatch;
import io.redress.intake.RawMessage;
import io.redress.intake.batch.ArrivalBatch;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/** The messages of an intake queue, whether they come in a batch or alone. */
public final class IntakeMessages {

    private final ObjectMapper json;

    public IntakeMessages(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Makes the messages that an exchange took its body, as a list; a message that is no batch is a list of one. The list
     * goes into a plain message, since Camel creates an exception object for each copy of a JMS message.
     */
    public void open(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        var opened = new DefaultMessage(exchange);
        opened.setBody(body instanceof MessageBatch batch ? List.copyOf(batch.messages()) : List.of(body));
        exchange.setMessage(opened);
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

    /** Makes a recorded item the exchange's body; keeps its arrival and its message for a dead letter. */
    public void recorded(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof ArrivalBatch.Recorded recorded) {
            if (recorded.message() instanceof Message jms) {
                DeadLetterChannel.keep(exchange, jms);
            }
            exchange.setVariable(DeadLetterChannel.RAW, recorded.raw());
            exchange.getMessage().setBody(recorded.item());
        }
    }
}

package io.redress.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.BrokerQueues;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultExchangeHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;

/** Messages that a system with a login of its own may put on the queues that the hub reads. */
class HostileMessagesTest extends LoopHub {

    private static final List<String> QUEUES = List.of("tickets.updates", "callbacks.outcomes", "intake", "due");
    private static final String UNREAD = "a message whose body cannot be read; send a text message";
    private static final List<String> HEADERS = List.of(
            "CAmelJmsDestinationName",
            "cAMELJmsDestinationName",
            "CamelJmsDestinationName",
            "CAMELFILENAME",
            "CAmelHttpUri",
            "CAmelSqlQuery",
            "CAmelBeanMethodName",
            "CAmelExceptionCaught",
            "mail_smtp_host");

    @Autowired
    BrokerService broker;

    @Autowired
    CamelContext context;

    static Stream<Arguments> objects() {
        return QUEUES.stream().flatMap(queue -> Stream.of("gadget", "map", "date", "exchange", "uri")
                .map(kind -> Arguments.of(queue, kind)));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void an_object_is_never_read_and_ends_as_a_report(String queue, String kind) throws Exception {
        Gadget.READ.set(0);
        Serializable object =
                switch (kind) {
                    case "gadget" -> new Gadget();
                    case "map" -> new HashMap<>(Map.of("ticket", new Gadget()));
                    case "date" -> new Date(0);
                    case "uri" -> URI.create("http://127.0.0.1:1/");
                    default -> exchange();
                };
        new BrokerQueues(broker, connections).takeAll("DLQ." + queue);
        send(queue, session -> session.createObjectMessage(object));
        awaitDone(queue);
        List<String> letters = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            letters.addAll(new BrokerQueues(broker, connections).takeAll("DLQ." + queue));
            return letters.contains(UNREAD);
        });
        assertThat(letters).containsOnlyOnce(UNREAD);
        assertThat(Gadget.READ).hasValue(0);
        assertThat(broker.getDestination(new ActiveMQQueue("stolen"))
                        .getDestinationStatistics()
                        .getMessages()
                        .getCount())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void a_message_of_another_type_ends_as_a_report(String queue, String kind) throws Exception {
        send(queue, session -> switch (kind) {
            case "map" -> {
                var map = session.createMapMessage();
                map.setString("ticket", "R-261129-000000");
                yield map;
            }
            case "gadget" -> session.createMessage();
            case "date" -> session.createStreamMessage();
            case "uri" -> session.createTextMessage(null);
            default -> {
                var bytes = session.createBytesMessage();
                bytes.writeBytes("\u00ac\u00ed\u0000\u0005".getBytes(StandardCharsets.ISO_8859_1));
                yield bytes;
            }
        });
        awaitDone(queue);
    }

    @Test
    void headers_of_any_case_change_neither_destination_nor_anything_else() throws Exception {
        String number = opened();
        String update = "{\"ticket\":\"%s\",\"id\":\"h-1\",\"kind\":\"note\",\"note\":\"seen\"}".formatted(number);
        send("tickets.updates", session -> session.createTextMessage(update));
        await().atMost(SOON).until(() -> happened(number).contains("note: seen"));
        send("tickets.updates", session -> session.createTextMessage("no update"));
        send("callbacks.outcomes", session -> session.createTextMessage("no outcome"));
        send("due", session -> session.createTextMessage("no order"));
        send("intake", session -> session.createTextMessage("no arrival"));
        QUEUES.forEach(this::awaitDone);
        assertThat(broker.getDestination(new ActiveMQQueue("stolen"))
                        .getDestinationStatistics()
                        .getMessages()
                        .getCount())
                .isZero();
    }

    private Serializable exchange() {
        var exchange = new DefaultExchange(context);
        exchange.getIn().setBody("taken over");
        exchange.getIn().setHeader("CamelJmsDestinationName", "stolen");
        exchange.setProperty("CamelJmsDestinationName", "stolen");
        exchange.setVariable("queue", "stolen");
        return DefaultExchangeHolder.marshal(exchange);
    }

    private void send(String queue, Body body) {
        new JmsTemplate(connections).send(queue, session -> {
            Message message = body.in(session);
            for (String header : HEADERS) {
                message.setStringProperty(header, "stolen");
            }
            return message;
        });
    }

    /** Done at the first attempt: the broker would wait a second before the second. */
    private void awaitDone(String queue) {
        new BrokerQueues(broker, connections).awaitTaken(queue);
    }

    private interface Body {
        Message in(Session session) throws JMSException;
    }

    /** Tells that somebody has made an object of it. */
    static final class Gadget implements Serializable {

        static final AtomicInteger READ = new AtomicInteger();

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            READ.incrementAndGet();
        }
    }
}

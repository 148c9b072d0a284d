package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.DataEncryption;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.TransactionId;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with a queue {@code in}, whose consumers are those of the test, and what they committed and sent to {@code out}. */
abstract class TransactedConsumersTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    final List<TransactionId> commits = new CopyOnWriteArrayList<>();
    private BrokerService broker;
    private ActiveMQConnectionFactory connections;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.in(folder, 1L << 30, DataEncryption.none());
        broker.setPlugins(new BrokerPlugin[] {next -> new Commits(next)});
        broker.start();
        connections = new ActiveMQConnectionFactory(EmbeddedBroker.inProcess(broker));
        connections.getRedeliveryPolicy().setInitialRedeliveryDelay(0);
        connections.getRedeliveryPolicy().setRedeliveryDelay(0);
        connections.getRedeliveryPolicy().setMaximumRedeliveries(3);
    }

    @AfterEach
    void stop() throws Exception {
        if (camel != null) {
            camel.stop();
        }
        broker.stop();
    }

    @Test
    void what_was_done_when_the_route_stops_is_committed() throws Exception {
        send(texts(5));
        consume();
        taken(5);
        camel.stop();
        assertThat(take("in", 0)).isEmpty();
    }

    static List<String> texts(int number) {
        return IntStream.range(0, number).mapToObj(i -> "message " + i).toList();
    }

    /** Starts the consumers. */
    abstract void consume() throws Exception;

    /**
     * Starts consumers that send on what they take, and fail at {@code broken}.
     *
     * @param options of the endpoint, besides those of transactions
     * @param opened what the route does before it has a text
     */
    final void consume(
            MessageListenerContainerFactory consumers,
            String options,
            Function<RouteDefinition, ProcessorDefinition<?>> opened)
            throws Exception {
        var jms = JmsComponent.jmsComponentAutoAcknowledge(connections);
        jms.setLazyCreateTransactionManager(false);
        jms.setExposeListenerSession(true);
        camel = new DefaultCamelContext();
        camel.addComponent("jms", jms);
        camel.getRegistry().bind("consumers", consumers);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                opened.apply(from("jms:queue:in?transacted=true&cacheLevelName=CACHE_CONSUMER&consumerType=Custom"
                                + "&messageListenerContainerFactory=#consumers" + options))
                        .filter(body().isEqualTo("broken"))
                        .throwException(new IllegalStateException("cannot be done"))
                        .end()
                        .to("jms:queue:out?exchangePattern=InOnly");
            }
        });
        camel.start();
    }

    final void send(List<String> texts) throws JMSException {
        try (var context = connections.createContext(Session.SESSION_TRANSACTED)) {
            texts.forEach(text -> context.createProducer().send(context.createQueue("in"), text));
            context.commit();
        }
    }

    final List<String> taken(int number) throws JMSException {
        return take("out", number);
    }

    /** What stands on a queue, once it is as many; takes it off. */
    final List<String> take(String queue, int number) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (var connection = connections.createConnection()) {
            connection.start();
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var consumer = session.createConsumer(session.createQueue(queue));
            while (texts.size() < number) {
                Message message = consumer.receive(SOON.toMillis());
                assertThat(message)
                        .as("message %s of queue %s", texts.size(), queue)
                        .isNotNull();
                texts.add(((TextMessage) message).getText());
            }
            assertThat(consumer.receive(300)).as("more on queue %s", queue).isNull();
        }
        return texts;
    }

    private final class Commits extends BrokerFilter {

        Commits(Broker next) {
            super(next);
        }

        @Override
        public void commitTransaction(ConnectionContext context, TransactionId id, boolean onePhase) throws Exception {
            super.commitTransaction(context, id, onePhase);
            commits.add(id);
        }
    }
}

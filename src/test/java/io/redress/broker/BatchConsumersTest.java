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
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchConsumersTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static final int MOST = 20;
    private static final int LONG = 50_000;

    /** Messages in each batch, and in those that began with a message that came again. */
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    private final List<Integer> takenAgain = new CopyOnWriteArrayList<>();
    private final List<TransactionId> commits = new CopyOnWriteArrayList<>();
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
    void messages_that_wait_are_given_to_the_route_as_one_and_committed_once() throws Exception {
        send(texts(20));
        commits.clear();
        consume();
        assertThat(taken(20)).containsExactlyElementsOf(texts(20));
        // the broker may not have brought the second when the first is taken
        assertThat(commits).hasSizeBetween(1, 4);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(sizes).hasSameSizeAs(commits);
    }

    @Test
    void a_batch_has_no_more_messages_than_it_may() throws Exception {
        send(texts(45));
        consume();
        taken(45);
        assertThat(sizes).allMatch(size -> size <= MOST).hasSizeBetween(3, 8);
    }

    @Test
    void a_batch_ends_with_the_message_that_fills_its_memory() throws Exception {
        send(List.of("a", "b".repeat(LONG), "c".repeat(LONG), "d", "e"));
        consume();
        taken(5);
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_message_that_comes_alone_waits_for_no_other() throws Exception {
        consume();
        for (String text : texts(3)) {
            send(List.of(text));
            assertThat(taken(1)).containsExactly(text);
        }
        assertThat(sizes).containsExactly(1, 1, 1);
    }

    @Test
    void what_a_failure_gave_back_comes_again_one_by_one() throws Exception {
        List<String> all = new ArrayList<>(texts(9));
        all.add(4, "broken");
        send(all);
        consume();
        assertThat(taken(9)).containsExactlyInAnyOrderElementsOf(texts(9));
        assertThat(take("DLQ.in", 1)).containsExactly("broken");
        assertThat(take("out", 0)).isEmpty();
        assertThat(takenAgain).isNotEmpty().containsOnly(1);
    }

    @Test
    void what_was_done_when_the_route_stops_is_committed() throws Exception {
        send(texts(5));
        consume();
        taken(5);
        camel.stop();
        assertThat(take("in", 0)).isEmpty();
    }

    private static List<String> texts(int number) {
        return IntStream.range(0, number).mapToObj(i -> "message " + i).toList();
    }

    private void consume() throws Exception {
        var jms = JmsComponent.jmsComponentAutoAcknowledge(connections);
        jms.setLazyCreateTransactionManager(false);
        jms.setExposeListenerSession(true);
        camel = new DefaultCamelContext();
        camel.addComponent("jms", jms);
        camel.getRegistry().bind("batches", new BatchConsumers(MOST, LONG));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:queue:in?transacted=true&cacheLevelName=CACHE_CONSUMER&consumerType=Custom"
                                + "&messageListenerContainerFactory=#batches&mapJmsMessage=false")
                        .process(exchange -> taken(exchange.getMessage().getBody(MessageBatch.class)))
                        .split(simple("${body.messages}"))
                        .stopOnException()
                        .setBody(simple("${body.text}"))
                        .filter(body().isEqualTo("broken"))
                        .throwException(new IllegalStateException("cannot be done"))
                        .end()
                        .to("jms:queue:out?exchangePattern=InOnly");
            }
        });
        camel.start();
    }

    private void taken(MessageBatch batch) throws JMSException {
        int size = batch.messages().size();
        sizes.add(size);
        if (batch.messages().get(0).getJMSRedelivered()) {
            takenAgain.add(size);
        }
    }

    private void send(List<String> texts) throws JMSException {
        try (var context = connections.createContext(Session.SESSION_TRANSACTED)) {
            texts.forEach(text -> context.createProducer().send(context.createQueue("in"), text));
            context.commit();
        }
    }

    private List<String> taken(int number) throws JMSException {
        return take("out", number);
    }

    /** What stands on a queue, once it is as many; takes it off. */
    private List<String> take(String queue, int number) throws JMSException {
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

package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConsumerBrokerExchange;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.MessageAck;
import org.apache.activemq.command.TransactionId;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A crash between two transactions would lose the ticket, or send it twice; so there must be only one. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = {Redress.class, PlainTextNormalizer.class, IntakeTransactionTest.Watched.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml"})
class IntakeTransactionTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("redress.data-dir", data::toString);
    }

    @Autowired
    ProducerTemplate camel;

    @Autowired
    HandOff handOff;

    @Autowired
    Transactions transactions;

    @Test
    void an_item_leaves_intake_in_the_very_transaction_that_puts_its_ticket_on_the_queue() {
        handedOff("the fridge does not cool", "one");
        assertOneTransaction("complaints.");
    }

    @Test
    void an_invalid_item_leaves_intake_in_the_very_transaction_that_reports_it() {
        handedOff("invalid", "two");
        assertOneTransaction("invalid");
    }

    @Test
    void a_broken_item_leaves_intake_in_the_very_transaction_that_makes_it_a_dead_letter() {
        handedOff("break", "three");
        assertOneTransaction("DLQ.intake");
    }

    private void assertOneTransaction(String sentTo) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(transactions.sent.keySet()).anyMatch(name -> name.startsWith(sentTo)));
        TransactionId sent = transactions.sent.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(sentTo))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        await().atMost(SOON).untilAsserted(() -> assertThat(transactions.taken).containsKey(sent));
    }

    private void handedOff(String text, String key) {
        RawMessage raw = handOff.receive("test", "plain", text.getBytes(StandardCharsets.UTF_8), Map.of(), key);
        camel.sendBody("direct:hand-off", raw);
    }

    /** The broker's transaction of each message that was sent, by its queue, and of each that was taken off intake. */
    static final class Transactions implements BrokerPlugin {

        final Map<String, TransactionId> sent = new ConcurrentHashMap<>();
        final Map<TransactionId, String> taken = new ConcurrentHashMap<>();

        @Override
        public Broker installPlugin(Broker next) {
            return new BrokerFilter(next) {
                @Override
                public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
                    if (message.getTransactionId() != null) {
                        sent.put(message.getDestination().getPhysicalName(), message.getTransactionId());
                    }
                    super.send(exchange, message);
                }

                @Override
                public void acknowledge(ConsumerBrokerExchange exchange, MessageAck ack) throws Exception {
                    if (ack.getTransactionId() != null) {
                        taken.put(ack.getTransactionId(), ack.getDestination().getPhysicalName());
                    }
                    super.acknowledge(exchange, ack);
                }
            };
        }
    }

    @TestConfiguration
    static class Watched {

        @Bean
        Transactions transactions() {
            return new Transactions();
        }

        @Bean
        static BeanPostProcessor watchedBroker(org.springframework.beans.factory.ObjectProvider<Transactions> watch) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof BrokerService broker) {
                        broker.setPlugins(new BrokerPlugin[] {watch.getObject()});
                    }
                    return bean;
                }
            };
        }
    }
}

package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.broker.EmbeddedBroker;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.connection.JmsTransactionManager;
import org.springframework.jms.core.JmsTemplate;

/** The route as it is shipped, with the hub's own broker. */
class HandOffBatchTest {

    @TempDir
    Path data;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final JmsPoolConnectionFactory connections = new JmsPoolConnectionFactory();
    private BrokerService broker;
    private JmsTemplate jms;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.in(data, "", "hub", "", 1L << 30);
        broker.start();
        connections.setConnectionFactory(
                new ActiveMQConnectionFactory("vm://" + EmbeddedBroker.NAME + "?create=false"));
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(300);
        camel.addComponent("jms", JmsComponent.jmsComponentAutoAcknowledge(connections));
        camel.getRegistry()
                .bind("jmsTransaction", new SpringTransactionPolicy(new JmsTransactionManager(connections)));
        camel.getRegistry()
                .bind(
                        "mapper",
                        com.fasterxml.jackson.databind.json.JsonMapper.builder()
                                .findAndAddModules()
                                .build());
        camel.getGlobalOptions().put("CamelJacksonEnableTypeConverter", "true");
        var json = new org.apache.camel.component.jackson.JacksonDataFormat();
        json.setAutoDiscoverObjectMapper(true);
        camel.getRegistry().bind("json-jackson", json);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/06-hand-off-batch.camel.yaml"));
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        connections.stop();
        broker.stop();
    }

    @Test
    void all_of_a_batch_are_on_the_queue() {
        camel.createProducerTemplate().sendBody("direct:hand-off-batch", batch(500));
        assertThat(received()).isEqualTo(500);
    }

    @Test
    void nothing_of_a_batch_is_on_the_queue_when_one_of_it_cannot_be_sent() {
        List<Object> batch = new ArrayList<>(batch(20));
        batch.add(10, new Object() {
            @SuppressWarnings("unused") // read by the JSON writer, which it breaks
            public String getBroken() {
                throw new IllegalStateException("cannot be written");
            }
        });
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("direct:hand-off-batch", batch))
                .hasStackTraceContaining("cannot be written");
        assertThat(received()).isZero();
    }

    private int received() {
        int count = 0;
        while (jms.receive("intake") != null) {
            count++;
        }
        return count;
    }

    private static List<RawMessage> batch(int size) {
        var batch = new ArrayList<RawMessage>();
        for (int i = 0; i < size; i++) {
            batch.add(new RawMessage(
                    "id-" + i,
                    "R-260301-000000",
                    "calls",
                    "call-row",
                    Instant.EPOCH,
                    null,
                    Map.of(),
                    Original.inline(new byte[] {1})));
        }
        return batch;
    }
}

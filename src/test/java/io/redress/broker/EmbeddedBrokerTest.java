package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

    @Test
    void a_client_whose_connection_is_not_answered_does_not_wait_for_ever() {
        var broker = new BrokerService();
        broker.setBrokerName("hub");
        var connections = new ActiveMQConnectionFactory(EmbeddedBroker.inProcess(broker));
        assertThat(connections.getConnectResponseTimeout()).isEqualTo(30_000);
        assertThat(connections.getBrokerURL()).startsWith("vm://hub?").contains("create=false", "async=false");
    }
}

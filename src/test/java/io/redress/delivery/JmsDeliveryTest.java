package io.redress.delivery;

import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.junit.jupiter.api.AfterAll;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/jms.camel.yaml")
class JmsDeliveryTest extends DeliveryKit {

    private static final Broker BROKER = new Broker();

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry properties) {
        properties.add("faulty.url", () -> BROKER.url);
    }

    @AfterAll
    static void close() throws Exception {
        BROKER.service.stop();
    }

    @Override
    FaultyTarget target() {
        return BROKER;
    }

    @Override
    Set<Fault> possible() {
        return EnumSet.of(Fault.AWAY);
    }

    private static final class Broker extends SwitchedTarget {

        private final BrokerService service = new BrokerService();
        private final String url;

        Broker() {
            try {
                service.setBrokerName("downstream");
                service.setPersistent(false);
                service.setUseJmx(false);
                url = service.addConnector("tcp://127.0.0.1:0").getPublishableConnectString();
                service.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        void goAway() throws Exception {
            for (TransportConnector connector : service.getTransportConnectors()) {
                connector.stop();
            }
        }

        @Override
        void comeBack() throws Exception {
            service.removeConnector(service.getTransportConnectors().get(0));
            service.addConnector(url).start();
        }

        @Override
        public List<String> records() {
            return messages().stream()
                    .map(text -> text.replaceAll(".*\"reference\":\"([^\"]+)\".*", "$1"))
                    .toList();
        }

        @Override
        public List<String> told(String number) {
            return messages().stream().filter(text -> text.contains(number)).toList();
        }

        private List<String> messages() {
            var jms = new JmsTemplate(new ActiveMQConnectionFactory("vm://downstream?create=false"));
            return jms.browse("complaints.in", (session, browser) -> {
                var texts = new ArrayList<String>();
                for (Object message : Collections.list(browser.getEnumeration())) {
                    texts.add(((TextMessage) message).getText());
                }
                return texts;
            });
        }
    }
}

package io.redress.delivery;

import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterAll;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/jms.camel.yaml")
class JmsDeliveryTest extends DeliveryContract {

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
    Set<TargetFault> possible() {
        return EnumSet.of(TargetFault.AWAY);
    }

    private static final class Broker extends SwitchedTarget {

        private final List<String> before = new ArrayList<>();
        private BrokerService service = started("tcp://127.0.0.1:0");
        private final String url = "tcp://127.0.0.1:" + port();

        private int port() {
            try {
                return service.getTransportConnectors().get(0).getConnectUri().getPort();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static BrokerService started(String address) {
            try {
                var broker = new BrokerService();
                broker.setBrokerName("downstream");
                broker.setPersistent(false);
                broker.setUseJmx(false);
                broker.setUseShutdownHook(false);
                broker.addConnector(address);
                broker.start();
                return broker;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        void goAway() throws Exception {
            before.addAll(waiting());
            service.stop();
            service.waitUntilStopped();
        }

        @Override
        void comeBack() {
            service = started(url);
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
            var all = new ArrayList<>(before);
            all.addAll(waiting());
            return all;
        }

        private List<String> waiting() {
            var jms = new JmsTemplate(new ActiveMQConnectionFactory(url));
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

package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTempQueue;
import org.apache.activemq.command.ActiveMQTopic;
import org.apache.activemq.command.ConnectionId;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.DestinationInfo;
import org.apache.activemq.transport.TransportFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe of docs/broker.md for a broker of one's own keeps users apart and stamps who sent. */
class DocumentedBrokerTest {

    @TempDir
    static Path folder;

    private static DocumentedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new DocumentedBroker(folder);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void each_user_reads_its_queue_and_reports_back_under_its_own_name() throws Exception {
        try (var hub = broker.login("redress");
                var erp = broker.login("erp");
                var crm = broker.login("crm")) {
            Session inside = session(hub);
            inside.createProducer(new ActiveMQQueue("complaints.quality")).send(inside.createTextMessage("a ticket"));
            inside.createProducer(new ActiveMQQueue("complaints.damage")).send(inside.createTextMessage("another"));
            Session outside = session(erp);
            assertThat(outside.createConsumer(new ActiveMQQueue("complaints.quality"))
                            .receive(5_000)
                            .getBody(String.class))
                    .isEqualTo("a ticket");
            assertThat(session(crm)
                            .createConsumer(new ActiveMQQueue("complaints.damage"))
                            .receive(5_000)
                            .getBody(String.class))
                    .isEqualTo("another");
            Message forged = outside.createTextMessage("an update");
            forged.setStringProperty("JMSXUserID", "redress");
            outside.createProducer(new ActiveMQQueue("tickets.updates")).send(forged);
            Message taken =
                    inside.createConsumer(new ActiveMQQueue("tickets.updates")).receive(5_000);
            assertThat(taken.getStringProperty("JMSXUserID")).isEqualTo("erp");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints.damage",
                "intake",
                "due",
                "invalid",
                "escalations",
                "surveys.due",
                "tickets.forgotten",
                "DLQ.intake",
                "DLQ.tickets.updates",
                "DLQ.callbacks.outcomes",
                "DLQ.due",
                "DLQ.delivery.crm",
                "DLQ.complaints.quality",
                "tickets.updates",
                "callbacks.due",
                "callbacks.outcomes",
                "new"
            })
    void no_other_queue_is_read_or_written(String queue) throws Exception {
        try (var hub = broker.login("redress");
                var erp = broker.login("erp")) {
            Session inside = session(hub);
            inside.createProducer(new ActiveMQQueue("complaints.damage")).send(inside.createTextMessage("stays"));
            Session outside = session(erp);
            assertThatThrownBy(() -> outside.createConsumer(new ActiveMQQueue(queue)))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> outside.createBrowser(new ActiveMQQueue(queue))
                            .getEnumeration()
                            .hasMoreElements())
                    .isInstanceOf(JMSException.class);
            if (!queue.equals("tickets.updates")) {
                var producer = outside.createProducer(null);
                assertThatThrownBy(() -> producer.send(new ActiveMQQueue(queue), outside.createTextMessage("x")))
                        .isInstanceOf(JMSException.class);
            }
            assertThat(inside.createConsumer(new ActiveMQQueue("complaints.damage"))
                            .receive(5_000))
                    .isNotNull();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> broker.log().contains("User erp is not authorized to read from: queue://" + queue));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaints.>", ">", "*.damage", "complaints.quality,complaints.damage"})
    void a_wildcard_brings_nothing_of_others(String pattern) throws Exception {
        try (var hub = broker.login("redress");
                var erp = broker.login("erp")) {
            Session inside = session(hub);
            inside.createProducer(new ActiveMQQueue("complaints.damage")).send(inside.createTextMessage("not yours"));
            try {
                Message taken =
                        session(erp).createConsumer(new ActiveMQQueue(pattern)).receive(1_000);
                assertThat(taken).isNull();
            } catch (JMSException refused) {
                assertThat(refused).hasMessageContaining("erp");
            }
            assertThat(inside.createConsumer(new ActiveMQQueue("complaints.damage"))
                            .receive(5_000))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints.quality",
                "complaints.damage",
                "tickets.updates",
                "callbacks.due",
                "callbacks.outcomes",
                "intake",
                "DLQ.intake",
                "complaints.quality,complaints.damage",
                "complaints.damage,new",
                "complaints.>",
                "complaints.*",
                ">"
            })
    void nobody_but_the_hub_creates_or_deletes_a_queue(String name) throws Exception {
        List<String> kept = List.of("complaints.quality", "complaints.damage", "intake", "DLQ.intake");
        try (var hub = broker.login("redress");
                var erp = broker.login("erp")) {
            Session inside = session(hub);
            for (String queue : kept) {
                inside.createProducer(new ActiveMQQueue(queue)).send(inside.createTextMessage("stays"));
            }
            for (ActiveMQDestination what : new ActiveMQDestination[] {
                new ActiveMQQueue(name), new ActiveMQTopic(name), new ActiveMQTempQueue(name)
            }) {
                attempt(() -> erp.destroyDestination(what));
                var created = new DestinationInfo(
                        erp.getConnectionInfo().getConnectionId(), DestinationInfo.ADD_OPERATION_TYPE, what);
                attempt(() -> erp.syncSendPacket(created));
            }
            assertThatThrownBy(() -> session(erp).createTemporaryQueue()).isInstanceOf(JMSException.class);
            for (String queue : kept) {
                var consumer = inside.createConsumer(new ActiveMQQueue(queue));
                assertThat(consumer.receive(5_000)).as(queue).isNotNull();
                consumer.close();
            }
        }
        if (kept.contains(name)) {
            assertThat(broker.log()).contains("User erp is not authorized to remove: queue://" + name);
        }
    }

    private interface Attempt {
        void run() throws JMSException;
    }

    /** A refusal is fine, and so is an act without effect: what counts is what is left afterwards. */
    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (JMSException refused) {
            assertThat(refused).hasMessageContaining("erp");
        }
    }

    @Test
    void topics_and_wrong_passwords_open_nothing() throws Exception {
        try (var erp = broker.login("erp")) {
            assertThatThrownBy(() -> session(erp).createConsumer(new ActiveMQTopic("ActiveMQ.Advisory.>")))
                    .isInstanceOf(JMSException.class);
        }
        for (String[] wrong : new String[][] {
            {"redress", "erp"}, {"redress", broker.password("erp")}, {"nobody", "x"}, {"erp", ""}, {null, null}
        }) {
            assertThatThrownBy(() -> new ActiveMQConnectionFactory(wrong[0], wrong[1], broker.url())
                            .createConnection()
                            .start())
                    .isInstanceOf(JMSException.class);
        }
    }

    /** What the page says that Classic cannot forbid; when this fails, the page may promise more. */
    @Test
    void a_connection_whose_id_is_known_can_be_cut_by_who_reaches_the_port() throws Exception {
        var cut = new AtomicReference<JMSException>();
        try (var hub = broker.login("redress")) {
            hub.setExceptionListener(cut::set);
            var stranger = new ConnectionInfo(
                    new ConnectionId(hub.getConnectionInfo().getConnectionId().getValue()));
            stranger.setClientId("x");
            var transport = TransportFactory.connect(new java.net.URI(broker.url()));
            transport.setTransportListener(new org.apache.activemq.transport.DefaultTransportListener());
            transport.start();
            transport.request(stranger);
            await().atMost(Duration.ofSeconds(20)).until(() -> cut.get() != null);
            transport.stop();
        }
    }

    private static Session session(Connection connection) throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }
}

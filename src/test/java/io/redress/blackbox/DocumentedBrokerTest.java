package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe of docs/broker.md for a broker of one's own keeps users apart and stamps who sent. */
class DocumentedBrokerTest {

    private static int port;
    private static Process broker;

    @BeforeAll
    static void start() throws Exception {
        port = HubProcess.freePort();
        broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DocumentedBroker.class.getName(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(1)).until(DocumentedBrokerTest::answers);
    }

    @AfterAll
    static void end() {
        broker.destroyForcibly().onExit().join();
    }

    @Test
    void each_user_reads_its_queue_and_reports_back_under_its_own_name() throws Exception {
        try (var hub = login("redress");
                var erp = login("erp")) {
            Session inside = session(hub);
            inside.createProducer(new ActiveMQQueue("complaints.quality")).send(inside.createTextMessage("a ticket"));
            Session outside = session(erp);
            assertThat(outside.createConsumer(new ActiveMQQueue("complaints.quality"))
                            .receive(5_000))
                    .isNotNull();
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
                "DLQ.intake",
                "tickets.updates",
                "callbacks.due",
                "new"
            })
    void no_other_queue_is_read_or_written(String queue) throws Exception {
        try (var hub = login("redress");
                var erp = login("erp")) {
            Session inside = session(hub);
            inside.createProducer(new ActiveMQQueue("complaints.damage")).send(inside.createTextMessage("stays"));
            Session outside = session(erp);
            assertThatThrownBy(() -> outside.createConsumer(new ActiveMQQueue(queue)))
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
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaints.>", ">", "*.damage", "complaints.quality,complaints.damage"})
    void a_wildcard_brings_nothing_of_others(String pattern) throws Exception {
        try (var hub = login("redress");
                var erp = login("erp")) {
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

    @Test
    void topics_and_wrong_passwords_open_nothing() throws Exception {
        try (var erp = login("erp")) {
            assertThatThrownBy(() -> session(erp).createConsumer(new ActiveMQTopic("ActiveMQ.Advisory.>")))
                    .isInstanceOf(JMSException.class);
        }
        assertThatThrownBy(() -> new ActiveMQConnectionFactory("redress", "erp", url())
                        .createConnection()
                        .start())
                .isInstanceOf(JMSException.class);
    }

    private static Session session(Connection connection) throws JMSException {
        return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private static ActiveMQConnection login(String user) throws JMSException {
        var connection = (ActiveMQConnection) new ActiveMQConnectionFactory(user, user, url()).createConnection();
        connection.start();
        return connection;
    }

    private static String url() {
        return "tcp://127.0.0.1:" + port + "?jms.watchTopicAdvisories=false";
    }

    private static boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }
}

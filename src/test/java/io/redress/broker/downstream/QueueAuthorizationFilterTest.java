package io.redress.broker.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.access.BrokerUsers;
import io.redress.broker.EmbeddedBroker;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQSession;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTempQueue;
import org.apache.activemq.command.ActiveMQTopic;
import org.apache.activemq.command.BrokerId;
import org.apache.activemq.command.BrokerInfo;
import org.apache.activemq.command.ConnectionId;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.DestinationInfo;
import org.apache.activemq.command.SessionId;
import org.apache.activemq.command.SessionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two systems at the hub's broker by real OpenWire; each attempt is one of the first at what is not its own. */
class QueueAuthorizationFilterTest {

    private static final long SOON = 5_000;

    @TempDir
    static Path folder;

    static DownstreamUsers downstream;

    private ActiveMQConnection erp;
    private Session session;

    @BeforeAll
    static void broker() throws Exception {
        downstream = new DownstreamUsers(folder);
    }

    @AfterAll
    static void end() throws Exception {
        downstream.close();
    }

    @BeforeEach
    void login() throws Exception {
        erp = (ActiveMQConnection) downstream.as("erp").createConnection();
        erp.start();
        session = erp.createSession(false, Session.AUTO_ACKNOWLEDGE);
        downstream.refused.clear();
    }

    @AfterEach
    void logout() throws Exception {
        erp.close();
    }

    @Test
    void each_system_takes_the_tickets_of_its_categories() throws Exception {
        toQueue("complaints.quality", "a quality ticket");
        toQueue("complaints.damage", "a damage ticket");

        assertThat(session.createConsumer(new ActiveMQQueue("complaints.quality"))
                        .receive(SOON)
                        .getBody(String.class))
                .isEqualTo("a quality ticket");
        try (Connection crm = downstream.as("crm").createConnection()) {
            crm.start();
            var other = crm.createSession(true, Session.SESSION_TRANSACTED);
            assertThat(other.createConsumer(new ActiveMQQueue("complaints.damage"))
                            .receive(SOON)
                            .getBody(String.class))
                    .isEqualTo("a damage ticket");
            other.commit();
        }
        assertThat(downstream.refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints.damage",
                "intake",
                "due",
                "invalid",
                "escalations",
                "callbacks.due",
                "surveys.due",
                "tickets.updates",
                "callbacks.outcomes",
                "DLQ.intake",
                "DLQ.tickets.updates",
                "DLQ.callbacks.outcomes",
                "DLQ.due",
                "DLQ.delivery.crm",
                "DLQ.complaints.quality",
                "ActiveMQ.DLQ",
                "delivery.crm",
                "complaints.>",
                "complaints.*",
                ">",
                "*",
                "*.*",
                "complaints.quality,complaints.damage",
                "complaints.quality,queue://intake",
                "intake,complaints.quality",
                "complaints.quality,topic://x",
                "complaints.new",
                "COMPLAINTS.DAMAGE",
                "complaints.damage?consumer.exclusive=true",
                "complaints.quality.>",
                "Consumer.a.VirtualTopic.b",
                "ActiveMQ.Advisory.Connection"
            })
    void no_other_queue_is_read_nor_looked_at(String queue) {
        assertThatThrownBy(() -> session.createConsumer(new ActiveMQQueue(queue)))
                .isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> session.createBrowser(new ActiveMQQueue(queue))
                        .getEnumeration()
                        .hasMoreElements())
                .isInstanceOf(JMSException.class);
        assertThat(downstream.refused).contains("access").doesNotContain("login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ActiveMQ.Advisory.>",
                "ActiveMQ.Advisory.Connection",
                "ActiveMQ.Advisory.Queue",
                "ActiveMQ.Advisory.Consumer.Queue.>",
                "ActiveMQ.Advisory.TempQueue,ActiveMQ.Advisory.Connection",
                "ActiveMQ.Agent",
                "ActiveMQ.Statistics.Broker",
                "VirtualTopic.complaints",
                "queue://complaints.damage",
                ">"
            })
    void no_topic_is_listened_to_nor_sent_to(String topic) {
        assertThatThrownBy(() -> session.createConsumer(new ActiveMQTopic(topic)))
                .isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> session.createDurableSubscriber(new ActiveMQTopic(topic), "mine"))
                .isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> session.createProducer(new ActiveMQTopic(topic)))
                .isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints.quality",
                "complaints.damage",
                "intake",
                "due",
                "invalid",
                "escalations",
                "callbacks.outcomes",
                "DLQ.tickets.updates",
                "ActiveMQ.DLQ",
                "tickets.updates,intake",
                "intake,tickets.updates",
                "tickets.>",
                "*.updates",
                "TICKETS.UPDATES",
                "ActiveMQ.Statistics.Broker",
                "tickets.updates.x"
            })
    void nothing_is_sent_to_another_queue_however_it_is_named(String queue) throws Exception {
        assertThatThrownBy(() -> session.createProducer(new ActiveMQQueue(queue)))
                .isInstanceOf(JMSException.class);
        var anywhere = session.createProducer(null);
        assertThatThrownBy(() -> anywhere.send(new ActiveMQQueue(queue), session.createTextMessage("x")))
                .isInstanceOf(JMSException.class);
        assertThat(depth("intake")).isZero();
        assertThat(depth("complaints.damage")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints.quality",
                "complaints.damage",
                "tickets.updates",
                "intake",
                "new",
                "complaints.>",
                ">"
            })
    void nothing_is_created_or_deleted(String name) throws Exception {
        toQueue("complaints.damage", "stays");
        for (ActiveMQDestination what :
                new ActiveMQDestination[] {new ActiveMQQueue(name), new ActiveMQTopic(name), new ActiveMQTempQueue(name)
                }) {
            assertThatThrownBy(() -> erp.destroyDestination(what)).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> erp.syncSendPacket(new DestinationInfo(
                            erp.getConnectionInfo().getConnectionId(), DestinationInfo.ADD_OPERATION_TYPE, what)))
                    .isInstanceOf(JMSException.class);
        }
        assertThatThrownBy(() -> session.createTemporaryQueue()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> session.createTemporaryTopic()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> session.unsubscribe("anything")).isInstanceOf(JMSException.class);
        assertThat(takeAll("complaints.damage")).contains("stays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer.exclusive=true", "consumer.priority=127", "consumer.retroactive=true"})
    void no_consumer_is_preferred_to_others(String option) {
        assertThatThrownBy(() -> session.createConsumer(new ActiveMQQueue("complaints.quality?" + option)))
                .isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JMSPriority > 3", "XPATH '//a'", "REGEX('(a+)+$', x)", "x LIKE '%'"})
    void no_selector_is_run(String selector) {
        assertThatThrownBy(() -> session.createConsumer(new ActiveMQQueue("complaints.quality"), selector))
                .isInstanceOf(JMSException.class);
    }

    @Test
    void what_another_connection_opened_is_not_used() throws Exception {
        var foreign = new SessionInfo(new SessionId(new ConnectionId("ID:other-1-1-1:1"), 1));
        erp.syncSendPacket(foreign);
        var stranger = new ConsumerInfo(foreign, 1);
        stranger.setDestination(new ActiveMQQueue("complaints.quality"));
        assertThatThrownBy(() -> erp.syncSendPacket(stranger)).hasMessageContaining("another connection opened");
    }

    @Test
    void the_broker_says_who_sent_whatever_the_message_claims() throws Exception {
        Message forged = session.createTextMessage("an update");
        forged.setStringProperty("JMSXUserID", "crm");
        forged.setStringProperty("jmsxuserid", "redress-hub");
        forged.setJMSReplyTo(new ActiveMQQueue("intake"));
        forged.setStringProperty("JMSXGroupID", "mine");
        ((org.apache.activemq.command.Message) forged).setUserID("redress-hub");
        session.createProducer(new ActiveMQQueue("tickets.updates")).send(forged);

        try (Connection hub = downstream.asHub().createConnection()) {
            hub.start();
            var inside = hub.createSession(false, Session.AUTO_ACKNOWLEDGE);
            Message taken =
                    inside.createConsumer(new ActiveMQQueue("tickets.updates")).receive(SOON);
            assertThat(taken.getStringProperty("JMSXUserID")).isEqualTo("erp");
            assertThat(taken.getJMSReplyTo()).isNull();
            assertThat(taken.getStringProperty("JMSXGroupID")).isNull();
        }
    }

    @Test
    void an_update_is_text_of_a_bounded_size() throws Exception {
        var updates = session.createProducer(new ActiveMQQueue("tickets.updates"));
        assertThatThrownBy(() -> updates.send(session.createObjectMessage((Serializable) "x")))
                .isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> updates.send(session.createMapMessage())).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> updates.send(session.createTextMessage("x".repeat(1_100_000))))
                .isInstanceOf(JMSException.class);
        ActiveMQConnectionFactory compressing = downstream.as("erp");
        compressing.setUseCompression(true);
        try (Connection connection = compressing.createConnection()) {
            var other = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var producer = other.createProducer(new ActiveMQQueue("tickets.updates"));
            assertThatThrownBy(() -> producer.send(other.createTextMessage("x".repeat(100_000))))
                    .isInstanceOf(JMSException.class);
        }
        assertThat(depth("tickets.updates")).isZero();
    }

    @Test
    void transactions_of_two_phases_are_not_for_others() throws Exception {
        try (var connection = new org.apache.activemq.ActiveMQXAConnectionFactory(
                        "erp", DownstreamUsers.SECRET, downstream.url)
                .createXAConnection()) {
            connection.start();
            var resource = connection.createXASession().getXAResource();
            assertThatThrownBy(() -> resource.recover(javax.transaction.xa.XAResource.TMSTARTRSCAN))
                    .isInstanceOf(Exception.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void nobody_builds_a_bridge_to_another_broker(boolean duplex) throws Exception {
        var info = new BrokerInfo();
        info.setBrokerId(new BrokerId("evil"));
        info.setBrokerName("evil");
        info.setNetworkConnection(true);
        info.setDuplexConnection(duplex);
        info.setNetworkProperties("userName=redress-hub\npassword=guess\n");
        assertThatThrownBy(() -> erp.syncSendPacket(info)).isInstanceOf(JMSException.class);
    }

    @Test
    void the_hubs_name_opens_nothing_from_outside_nor_from_inside_without_its_secret() {
        var outside = new ActiveMQConnectionFactory(EmbeddedBroker.HUB, downstream.port.hubSecret(), downstream.url);
        assertThatThrownBy(() -> outside.createConnection().start()).isInstanceOf(JMSException.class);
        var inside =
                new ActiveMQConnectionFactory(EmbeddedBroker.HUB, "guess", EmbeddedBroker.inProcess(downstream.broker));
        assertThatThrownBy(() -> inside.createConnection().start()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> new ActiveMQConnectionFactory(EmbeddedBroker.inProcess(downstream.broker))
                        .createConnection()
                        .start())
                .isInstanceOf(JMSException.class);
    }

    @Test
    void who_is_removed_or_changed_loses_the_connection_and_the_right_at_once() throws Exception {
        BrokerUsers before = downstream.users;
        var broken = new AtomicReference<Exception>();
        erp.setExceptionListener(broken::set);
        var consumer = session.createConsumer(new ActiveMQQueue("complaints.quality"));
        try {
            downstream.users = new BrokerUsers(
                    Map.of("erp", DownstreamUsers.user("erp", Set.of("damage"), Set.of("tickets.updates"))), null);
            downstream.port.usersChanged();
            await().atMost(Duration.ofSeconds(10)).until(() -> broken.get() != null);
            assertThat(consumer).isNotNull();
            try (Connection again = downstream.as("erp").createConnection()) {
                var other = again.createSession(false, Session.AUTO_ACKNOWLEDGE);
                assertThatThrownBy(() -> other.createConsumer(new ActiveMQQueue("complaints.quality")))
                        .isInstanceOf(JMSException.class);
                assertThat(other.createConsumer(new ActiveMQQueue("complaints.damage")))
                        .isNotNull();
            }
            assertThatThrownBy(() -> downstream.as("crm").createConnection().start())
                    .isInstanceOf(JMSException.class);
        } finally {
            downstream.users = before;
        }
    }

    private static void toQueue(String queue, String text) throws JMSException {
        try (Connection hub = downstream.asHub().createConnection()) {
            var inside = hub.createSession(false, Session.AUTO_ACKNOWLEDGE);
            inside.createProducer(new ActiveMQQueue(queue)).send(inside.createTextMessage(text));
        }
    }

    private static java.util.List<String> takeAll(String queue) throws JMSException {
        var taken = new java.util.ArrayList<String>();
        try (Connection hub = downstream.asHub().createConnection()) {
            hub.start();
            var consumer = ((ActiveMQSession) hub.createSession(false, Session.AUTO_ACKNOWLEDGE))
                    .createConsumer(new ActiveMQQueue(queue));
            for (Message next = consumer.receive(1_000); next != null; next = consumer.receive(200)) {
                taken.add(next.getBody(String.class));
            }
        }
        return taken;
    }

    private static long depth(String queue) throws Exception {
        var there = downstream.broker.getBroker().getDestinationMap().get(new ActiveMQQueue(queue));
        return there == null
                ? 0
                : there.getDestinationStatistics().getMessages().getCount();
    }
}

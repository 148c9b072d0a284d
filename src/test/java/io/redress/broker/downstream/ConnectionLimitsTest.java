package io.redress.broker.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.ProducerInfo;
import org.apache.activemq.command.SessionId;
import org.apache.activemq.command.SessionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one user takes up at the hub's broker keeps neither another user out nor the hub. */
class ConnectionLimitsTest {

    private static final ActiveMQQueue UPDATES = new ActiveMQQueue("tickets.updates");

    @TempDir
    static Path folder;

    static DownstreamUsers downstream;

    @BeforeAll
    static void broker() throws Exception {
        downstream = new DownstreamUsers(folder);
    }

    @AfterAll
    static void end() throws Exception {
        downstream.close();
    }

    @BeforeEach
    void nothingRefused() {
        downstream.refused.clear();
        downstream.lines.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adapter",
                "crm",
                "erp",
                "redress-hub",
                "erp/",
                "erp/ID:host-1-1-1:1",
                "redress-hub/ID:host-1-1-1:1",
                "ID:host-40123-1700000000000-2:1",
                "../erp",
                "erp\u0000",
                "*",
                "x y",
                "客服"
            })
    void a_client_id_that_somebody_has_keeps_out_neither_another_user_nor_the_hub(String id) throws Exception {
        try (Connection crm = connect(downstream.as("crm"), id);
                Connection erp = connect(downstream.as("erp"), id);
                Connection again = connect(downstream.as("erp"), id);
                Connection hub = connect(downstream.asHub(), id)) {
            for (Connection open : List.of(crm, erp, again, hub)) {
                var session = open.createSession(false, Session.AUTO_ACKNOWLEDGE);
                session.createProducer(UPDATES).send(session.createTextMessage("works"));
            }
        }
        assertThat(downstream.refused).isEmpty();
    }

    @Test
    void ids_that_the_hub_will_use_next_are_taken_by_nobody() throws Exception {
        var hub = downstream.asHub();
        var taken = new ArrayList<Connection>();
        try (Connection first = connect(hub, null)) {
            String id = first.getClientID(); // as a reader of its messages may guess it
            int dot = id.lastIndexOf(':');
            int now = Integer.parseInt(id.substring(dot + 1));
            for (int next = now + 1; next < now + DownstreamUsers.MOST_CONNECTIONS; next++) {
                taken.add(connect(downstream.as("erp"), id.substring(0, dot + 1) + next));
            }
            try (Connection second = connect(hub, null)) {
                assertThat(second.getClientID()).isEqualTo(id.substring(0, dot + 1) + (now + 1));
            }
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }

    @Test
    void a_user_has_so_many_connections_and_no_more_while_others_come_in() throws Exception {
        List<Connection> open = new ArrayList<>();
        try {
            for (int i = 0; i < DownstreamUsers.MOST_CONNECTIONS; i++) {
                open.add(connect(downstream.as("erp"), null));
            }
            for (int i = 0; i < 12; i++) {
                assertThatThrownBy(() -> connect(downstream.as("erp"), null)).isInstanceOf(JMSException.class);
            }
            assertThat(downstream.lines)
                    .singleElement()
                    .asString()
                    .contains("user erp from 127.0.0.1: the user has 5 connections already; close some, or raise"
                            + " redress.broker.max-connections-per-user");
            assertThat(downstream.refused).hasSize(12);
            connect(downstream.as("crm"), null).close();
            connect(downstream.asHub(), null).close();
            open.remove(0).close();
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> open.add(connect(downstream.as("erp"), null)));
        } finally {
            for (Connection one : open) {
                one.close();
            }
        }
    }

    @Test
    void a_connection_has_a_bounded_number_of_sessions_consumers_and_producers() throws Exception {
        ActiveMQConnectionFactory silent = downstream.as("erp");
        silent.setWatchTopicAdvisories(false);
        try (ActiveMQConnection erp = (ActiveMQConnection) connect(silent, null)) {
            var id = erp.getConnectionInfo().getConnectionId();
            var session = new SessionInfo(new SessionId(id, 1_000));
            erp.syncSendPacket(session);
            for (int i = 2; i < DownstreamConnection.MOST_OPEN; i++) { // the client has one for itself, too
                erp.syncSendPacket(new SessionInfo(new SessionId(id, 1_000 + i)));
            }
            assertThatThrownBy(() -> erp.syncSendPacket(new SessionInfo(new SessionId(id, 1))))
                    .hasMessageContaining("more than 500 sessions");
            for (int i = 0; i < DownstreamConnection.MOST_OPEN; i++) {
                erp.syncSendPacket(consumer(session, i));
                erp.syncSendPacket(producer(session, i));
            }
            assertThatThrownBy(() -> erp.syncSendPacket(consumer(session, 500)))
                    .hasMessageContaining("more than 500 consumers")
                    .hasMessageContaining("close those that are done");
            assertThatThrownBy(() -> erp.syncSendPacket(producer(session, 500)))
                    .hasMessageContaining("more than 500 producers");
        }
        assertThat(downstream.lines).hasSize(3).allMatch(line -> line.contains("user erp may not have more than 500"));
    }

    @Test
    void while_wrong_passwords_are_held_back_the_hub_and_the_others_come_in() throws Exception {
        var held = new CountDownLatch(4);
        var end = new CountDownLatch(1);
        downstream.pausing = time -> {
            held.countDown();
            end.await();
        };
        var threads = Executors.newFixedThreadPool(12);
        try {
            var wrong = new ActiveMQConnectionFactory("erp", "a wrong password", downstream.url);
            for (int i = 0; i < 12; i++) {
                threads.submit(() -> connect(wrong, null));
            }
            held.await();
            connect(downstream.asHub(), null).close();
            connect(downstream.as("crm"), null).close();
        } finally {
            downstream.pausing = time -> {};
            end.countDown();
            threads.shutdown();
        }
    }

    private static ConsumerInfo consumer(SessionInfo session, int number) {
        var info = new ConsumerInfo(session, number);
        info.setDestination(new ActiveMQQueue("complaints.quality"));
        info.setPrefetchSize(1);
        return info;
    }

    private static ProducerInfo producer(SessionInfo session, int number) {
        var info = new ProducerInfo(session, number);
        info.setDestination(UPDATES);
        return info;
    }

    private static Connection connect(ActiveMQConnectionFactory factory, String clientId) throws JMSException {
        Connection connection = factory.createConnection();
        try {
            if (clientId != null) {
                connection.setClientID(clientId);
            }
            connection.start();
            return connection;
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }
}

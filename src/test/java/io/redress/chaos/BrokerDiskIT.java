package io.redress.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.redress.blackbox.ExternalBroker;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fills up refuses a write in the middle of the broker's journal, and what is written next must be found again;
 * after a disk that fails nothing may be written next.
 */
class BrokerDiskIT {

    private static final String PADDING = "x".repeat(3_000);

    @TempDir
    Path folder;

    private final List<String> accepted = new ArrayList<>();
    private DataDisk disk;
    private ExternalBroker broker;

    @BeforeEach
    void start() throws Exception {
        disk = DataDisk.mount(folder.resolve("disk.img"), folder.resolve("disk"), 256);
        broker = new ExternalBroker(folder.resolve("disk").resolve("broker"));
        assumeThat(disk.isOwn()).as(disk.why()).isTrue();
        broker.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        disk.close();
    }

    @Test
    void what_a_broker_accepted_before_while_and_after_its_disk_was_full_survives_its_crash() throws Exception {
        send("before");
        disk.fill();
        send("while");
        disk.free();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            if (!broker.isRunning()) { // its index was due while the disk was full
                broker.start();
            }
            return send("after");
        });
        broker.kill();
        broker.start();
        assertThat(taken()).containsAll(accepted);
    }

    @Test
    void a_broker_whose_index_met_a_full_disk_ends_and_has_all_that_it_accepted_after_a_power_cut() throws Exception {
        assertThat(send("before")).isTrue();
        disk.fill(); // before the index is written for the first time, which makes its files grow
        assertThat(broker.ended()).isEqualTo(74);
        disk.cutPower();
        disk.plugIn();
        disk.free();
        broker.start();
        assertThat(taken()).containsExactlyElementsOf(accepted);
    }

    @Test
    void a_broker_whose_disk_fails_ends_and_has_all_that_it_accepted_when_it_is_started_again() throws Exception {
        assertThat(send("before")).isTrue();
        disk.cutPower(); // what is written from now on fails with EIO
        send("while");
        assertThat(broker.ended()).isEqualTo(74);
        disk.plugIn();
        broker.start();
        assertThat(taken()).containsAll(accepted);
    }

    /** Sends twenty messages one by one; true when all were accepted. */
    private boolean send(String when) {
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            String text = when + " " + accepted.size();
            try (var context = connections().createContext(Session.SESSION_TRANSACTED)) {
                context.createProducer().send(context.createQueue("full-disk"), text + " " + PADDING);
                context.commit();
                accepted.add(text);
            } catch (JMSRuntimeException e) {
                refused++; // it was told so
            }
        }
        return refused == 0;
    }

    private List<String> taken() throws Exception {
        List<String> texts = new ArrayList<>();
        try (var connection = connections().createConnection()) {
            connection.start();
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var consumer = session.createConsumer(session.createQueue("full-disk"));
            for (var message = consumer.receive(10_000); message != null; message = consumer.receive(2_000)) {
                texts.add(((TextMessage) message).getText().replace(" " + PADDING, ""));
            }
        }
        return texts;
    }

    private ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory(ExternalBroker.USER, ExternalBroker.PASSWORD, broker.url());
    }
}

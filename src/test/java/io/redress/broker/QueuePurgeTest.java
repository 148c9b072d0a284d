package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.broker.QueuePurge.Gone;
import io.redress.broker.journal.JournalFiles;
import io.redress.encryption.DataEncryption;
import io.redress.privacy.FolderSearch;
import io.redress.privacy.TraceSearch;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jms.core.JmsTemplate;

class QueuePurgeTest {

    private static final String GONE = "R-260701-7K9Q2M";
    private static final String OTHER = "R-260701-7K9Q2N";

    @TempDir
    Path folder;

    private BrokerService broker;
    private JmsTemplate jms;
    private QueuePurge cleaning;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.in(folder, 1L << 30, DataEncryption.none());
        broker.start();
        var connections = new ActiveMQConnectionFactory(EmbeddedBroker.inProcess(broker));
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(500);
        cleaning = new QueuePurge(connections, new ObjectMapper(), "redress-hub");
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Test
    void the_messages_of_the_forgotten_go_and_all_others_stay_in_their_order_with_their_times() throws Exception {
        send(
                "complaints.quality",
                "{\"number\":\"" + GONE + "\",\"complaint\":{\"text\":\"the kettle of a stranger\"}}");
        for (int i = 0; i < 250; i++) {
            send(
                    "complaints.quality",
                    "{\"number\":\"" + OTHER + "\",\"links\":{\"followUpOf\":\"" + GONE + "\"},\"n\":" + i + "}");
        }
        send("DLQ.intake", "{\"itemId\":\"11111111-1111-1111-1111-111111111111\"}");
        send("callbacks.due", "{\"id\":\"x\",\"ticket\":\"" + GONE + "\"}");
        send("complaints.quality", "no JSON at all, " + GONE);
        long before = System.currentTimeMillis();

        var journal = new JournalFiles(broker);
        var cleaned = cleaning.clean(
                journal.filled(), new Gone(Set.of(GONE), Set.of("11111111-1111-1111-1111-111111111111")));

        assertThat(cleaned.removed()).isEqualTo(3);
        assertThat(cleaned.kept()).isEqualTo(251);
        List<String> left = new ArrayList<>();
        Message next = jms.receive("complaints.quality");
        while (next != null) {
            assertThat(next.getJMSTimestamp()).isLessThanOrEqualTo(before);
            left.add(((TextMessage) next).getText());
            next = jms.receive("complaints.quality");
        }
        assertThat(left).hasSize(251);
        assertThat(left.get(0)).contains("\"n\":0}");
        assertThat(left.get(249)).contains("\"n\":249}");
        assertThat(jms.receive("callbacks.due")).isNull();
        assertThat(jms.receive("DLQ.intake")).isNull();
    }

    @Test
    void the_journal_loses_what_was_taken_while_others_wait_and_wait_on_after_a_restart() throws Exception {
        send("complaints.quality", "{\"number\":\"" + GONE + "\",\"text\":\"the kettle of a stranger\"}");
        send("complaints.quality", "{\"number\":\"" + OTHER + "\",\"text\":\"the lamp of a bystander\"}");
        assertThat(files("the kettle of a stranger")).isNotEmpty();
        var journal = new JournalFiles(broker);
        cleaning.clean(journal.filled(), new Gone(Set.of(GONE), Set.of()));

        int first = journal.begin();
        cleaning.clean(journal.filled(), new Gone(Set.of(), Set.of()));
        assertThat(journal.clean(first)).isTrue();

        assertThat(files("the kettle of a stranger")).isEmpty();
        assertThat(files("the lamp of a bystander")).isNotEmpty();
        broker.stop();
        broker.waitUntilStopped();
        start();
        assertThat(((TextMessage) jms.receive("complaints.quality")).getText()).contains(OTHER);
    }

    @Test
    void a_dead_letter_that_nobody_can_read_goes_when_it_names_a_forgotten_ticket_anywhere() throws Exception {
        send("DLQ.tickets.updates", "{\"ticket\":\"" + GONE + "\", cut off");
        send("DLQ.tickets.updates", "{\"ticket\":\"" + OTHER + "\", cut off");
        send("invalid", "{\"reason\":\"x\",\"original\":\"{ticket " + GONE + "}\"}");
        jms.send("DLQ.callbacks.outcomes", session -> {
            var bytes = session.createBytesMessage();
            bytes.writeBytes(("report of " + GONE).getBytes(StandardCharsets.UTF_8));
            return bytes;
        });
        var cleaned = cleaning.clean(new JournalFiles(broker).filled(), new Gone(Set.of(GONE), Set.of()));
        assertThat(cleaned.removed()).isEqualTo(3);
        assertThat(((TextMessage) jms.receive("DLQ.tickets.updates")).getText()).contains(OTHER);
    }

    private List<Path> files(String text) {
        return FolderSearch.find(folder, new TraceSearch(List.of(text)));
    }

    private void send(String queue, String text) {
        jms.convertAndSend(queue, text);
    }

    @Test
    void a_message_from_outside_stays_the_word_of_who_sent_it() throws Exception {
        for (String queue : List.of("tickets.updates", "callbacks.outcomes", "DLQ.tickets.updates")) {
            jms.send(queue, session -> {
                var update = session.createTextMessage("{\"ticket\":\"R-260701-KEPT01\"}");
                update.setStringProperty("redressSentBy", "crm"); // its sender's own claim
                return update;
            });
            cleaning.clean(Map.of(queue, 1L), new QueuePurge.Gone(Set.of(), Set.of()));
            assertThat(jms.receive(queue).getStringProperty("redressSentBy"))
                    .as(queue)
                    .isNotEqualTo("crm");
        }
    }
}

package io.redress.broker.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.broker.EmbeddedBroker;
import io.redress.encryption.DataEncryption;
import io.redress.encryption.TestKeys;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedJournalTest {

    private static final String WORDS = "The wardrobe arrived with a smashed door";

    @TempDir
    Path folder;

    private BrokerService broker;
    private Connection connection;
    private Session session;

    @AfterEach
    void stop() throws Exception {
        if (connection != null) {
            connection.close();
            broker.stop();
            connection = null;
        }
    }

    @Test
    void no_word_of_a_message_stands_in_the_journal() throws Exception {
        start(TestKeys.encrypting("k1"));
        send("intake", List.of(WORDS, WORDS));
        BytesMessage bytes = session.createBytesMessage();
        bytes.writeBytes(WORDS.getBytes(UTF_8));
        session.createProducer(session.createQueue("other")).send(bytes);
        session.commit();
        stop();
        assertThat(journals()).isNotEmpty().noneMatch(journal -> journal.contains("wardrobe"));
    }

    /** The check above could not fail otherwise. */
    @Test
    void without_encryption_the_words_stand_there() throws Exception {
        start(DataEncryption.none());
        send("intake", List.of(WORDS));
        stop();
        assertThat(journals()).anyMatch(journal -> journal.contains("wardrobe"));
    }

    @Test
    void messages_are_read_before_and_after_a_restart_in_their_order() throws Exception {
        start(TestKeys.encrypting("k1"));
        List<String> all = texts(500);
        send("intake", all);
        assertThat(take("intake", 100)).isEqualTo(all.subList(0, 100));
        restart(TestKeys.encrypting("k1"));
        assertThat(take("intake", 400)).isEqualTo(all.subList(100, 500));
    }

    @Test
    void properties_and_selectors_work_as_before() throws Exception {
        start(TestKeys.encrypting("k1"));
        Message message = session.createTextMessage(WORDS);
        message.setStringProperty("shelf", "b7");
        session.createProducer(session.createQueue("q")).send(message);
        session.commit();
        restart(TestKeys.encrypting("k1"));
        try (MessageConsumer none = session.createConsumer(session.createQueue("q"), "shelf = 'a1'");
                MessageConsumer one = session.createConsumer(session.createQueue("q"), "shelf = 'b7'")) {
            assertThat(none.receiveNoWait()).isNull();
            assertThat(((TextMessage) one.receive(10_000)).getText()).isEqualTo(WORDS);
            session.commit();
        }
    }

    @Test
    void a_message_that_was_rolled_back_comes_again_readable() throws Exception {
        start(TestKeys.encrypting("k1"));
        send("q", List.of(WORDS));
        try (MessageConsumer consumer = session.createConsumer(session.createQueue("q"))) {
            assertThat(consumer.receive(10_000)).isNotNull();
            session.rollback();
        }
        assertThat(browse("q")).containsExactly(WORDS);
        assertThat(take("q", 1)).containsExactly(WORDS);
    }

    @Test
    void what_waited_plain_is_read_after_switching_on_and_rewritten_by_a_rotation() throws Exception {
        start(DataEncryption.none());
        send("q", texts(450));
        restart(TestKeys.encrypting("k1"));
        assertThat(journal().rewrite()).isEqualTo(450);
        assertThat(journal().rewrite()).isZero();
        restart(TestKeys.encrypting("k1"));
        assertThat(take("q", 450)).isEqualTo(texts(450));
    }

    @Test
    void after_a_rotation_nothing_that_waits_needs_the_old_key() throws Exception {
        start(TestKeys.encrypting("k1"));
        send("q", texts(30));
        send("DLQ.intake", List.of(WORDS));
        restart(TestKeys.encrypting("k2", "k1"));
        assertThat(browse("q")).isEqualTo(texts(30));
        send("q", List.of(WORDS));
        assertThat(journal().rewrite()).isEqualTo(31);
        restart(TestKeys.encrypting("k2"));
        assertThat(take("q", 31)).startsWith(WORDS + " 0").endsWith(WORDS);
        assertThat(take("DLQ.intake", 1)).containsExactly(WORDS);
    }

    @Test
    void what_waits_encrypted_is_read_after_switching_off_while_the_key_is_given() throws Exception {
        start(TestKeys.encrypting("k1"));
        send("q", List.of(WORDS));
        restart(TestKeys.reading("k1"));
        assertThat(take("q", 1)).containsExactly(WORDS);
    }

    @Test
    void a_message_that_cannot_be_read_holds_up_no_other() throws Exception {
        start(TestKeys.encrypting("k1"));
        send("q", List.of(WORDS));
        restart(TestKeys.encrypting("k2"));
        send("q", List.of("the next"));
        try (MessageConsumer consumer = session.createConsumer(session.createQueue("q"))) {
            assertThat(((TextMessage) consumer.receive(10_000)).getText()).isNull();
            assertThat(((TextMessage) consumer.receive(10_000)).getText()).isEqualTo("the next");
        }
    }

    private void start(DataEncryption encryption) throws Exception {
        broker = EmbeddedBroker.in(folder, 1L << 30, encryption);
        broker.start();
        connection = new ActiveMQConnectionFactory(EmbeddedBroker.inProcess(broker)).createConnection();
        connection.start();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
    }

    private void restart(DataEncryption encryption) throws Exception {
        stop();
        start(encryption);
    }

    private EncryptedJournal journal() throws IOException {
        return (EncryptedJournal) broker.getPersistenceAdapter();
    }

    private void send(String queue, List<String> texts) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            for (String text : texts) {
                producer.send(session.createTextMessage(text));
            }
        }
        session.commit();
    }

    private List<String> take(String queue, int count) throws JMSException {
        var taken = new ArrayList<String>();
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            while (taken.size() < count) {
                taken.add(((TextMessage) consumer.receive(10_000)).getText());
                session.commit();
            }
        }
        return taken;
    }

    private List<String> browse(String queue) throws JMSException {
        var seen = new ArrayList<String>();
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            for (Object message : Collections.list(browser.getEnumeration())) {
                seen.add(((TextMessage) message).getText());
            }
        }
        return seen;
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(n -> WORDS + " " + n).toList();
    }

    private List<String> journals() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .map(EncryptedJournalTest::latin1)
                    .toList();
        }
    }

    private static String latin1(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

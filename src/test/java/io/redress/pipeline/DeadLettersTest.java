package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.redress.Redress;
import io.redress.testing.BrokerQueues;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jms.core.JmsTemplate;

/** What nobody can read is on the dead letter queue of its own queue after one attempt, as it came. */
@SpringBootTest(
        classes = {Redress.class, PlainTextNormalizer.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/letters.camel.yaml")
class DeadLettersTest extends IntakeHub {

    private static final List<String> QUEUES =
            List.of("intake", "due", "tickets.updates", "callbacks.outcomes", "delivery.letters");

    private static final List<String> TEXTS =
            List.of("no json", "{\"id\":", "\"{}", "", " ", "{\"customer\":\"13800138000\",", "x".repeat(70_000));

    @Autowired
    ConnectionFactory connections;

    @Autowired
    BrokerService broker;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private JmsTemplate jms;

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(15_000);
    }

    @AfterEach
    void end() {
        root().detachAppender(log);
    }

    static Stream<Arguments> texts() {
        return QUEUES.stream().flatMap(queue -> TEXTS.stream().map(text -> Arguments.of(queue, text)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_that_cannot_be_read_ends_at_once_on_the_dead_letters_of_its_own_queue(String queue, String text)
            throws Exception {
        Message letter = letter(queue, session -> session.createTextMessage(text));
        assertThat(letter.getBody(String.class)).isEqualTo(text);
        told(queue, letter);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void bytes_that_cannot_be_read_are_kept_as_they_are(String queue) throws Exception {
        byte[] body = {'{', (byte) 0xff, 0, (byte) 0xfe};
        Message letter = letter(queue, session -> {
            var bytes = session.createBytesMessage();
            bytes.writeBytes(body);
            return bytes;
        });
        assertThat(letter.getBody(byte[].class)).isEqualTo(body);
        told(queue, letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "due", "tickets.updates", "callbacks.outcomes"})
    void an_object_is_a_dead_letter_that_was_never_read(String queue) throws Exception {
        Message letter = letter(queue, session -> session.createObjectMessage(Instant.EPOCH));
        assertThat(letter.getBody(String.class)).isEqualTo("a message whose body cannot be read; send a text message");
        told(queue, letter);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void json_of_another_shape_is_a_dead_letter_too(String queue) throws Exception {
        String text = "{\"stranger\":\"13800138000\",\"id\":\"1\"}";
        if (!queue.equals("callbacks.outcomes")) { // a report without its members can be read: it goes to invalid
            Message letter = letter(queue, session -> session.createTextMessage(text));
            assertThat(letter.getBody(String.class)).isEqualTo(text);
            told(queue, letter);
        }
    }

    @Test
    void an_unknown_member_is_named_with_the_one_that_was_probably_meant() throws Exception {
        String update = "{\"id\":\"1\",\"ticket\":\"R-260701-7K9Q2M\",\"kind\":\"solved\",\"remdy\":\"13800138000\"}";
        Message letter = letter("tickets.updates", session -> session.createTextMessage(update));
        assertThat(letter.getStringProperty("redressReason"))
                .startsWith("'remdy' is not a member of an update; did you mean 'remedy'?");
        assertThat(letter.getStringProperty("redressRemedy")).contains("docs/updates.md");
        assertThat(letter.getBody(String.class)).isEqualTo(update);
    }

    static Stream<String> queues() {
        return QUEUES.stream();
    }

    /** One line says it all; no stack, no value of the message, nothing from Camel or the JMS listener. */
    private void told(String queue, Message letter) throws JMSException {
        assertThat(letter.getStringProperty("redressReason")).isNotBlank();
        assertThat(letter.getStringProperty("redressRemedy")).isNotBlank();
        assertThat(Instant.parse(letter.getStringProperty("redressFailedAt"))).isBeforeOrEqualTo(Instant.now());
        assertThat(letter.getStringProperty("redressSentBy"))
                .as("the hub sent it")
                .isNull();
        List<ILoggingEvent> lines = log.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                // a schedule that begins meanwhile, in another route, may say that its first time is over
                .filter(line -> !line.getLoggerName().startsWith("org.apache.camel.component.quartz"))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getThrowableProxy()).isNull();
        assertThat(lines.get(0).getFormattedMessage())
                .contains(
                        letter.getStringProperty("redressLetter"), "queue " + queue + " cannot be read", "DLQ." + queue)
                .contains(letter.getStringProperty("redressRemedy"))
                .doesNotContain("13800138000", "\n");
    }

    private Message letter(String queue, Body body) {
        var queues = new BrokerQueues(broker, connections);
        queues.takeAll("DLQ.>");
        log.list.clear();
        jms.send(queue, body::in);
        Message letter = jms.receive("DLQ." + queue);
        queues.awaitTaken(queue);
        assertThat(queues.takeAll("DLQ.>")).isEmpty();
        return letter;
    }

    private interface Body {
        Message in(Session session) throws JMSException;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}

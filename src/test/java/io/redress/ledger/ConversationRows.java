package io.redress.ledger;

import io.redress.channel.chat.Transcript;
import io.redress.intake.ChatMessage;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Conversations on a real database, with a clock that the test moves. */
abstract class ConversationRows {

    static final Duration QUIET = Duration.ofMinutes(2);
    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    static EmbeddedPostgres postgres;
    static DataSource database;

    final Hands clock = new Hands(NOON);
    final JdbcClient jdbc = JdbcClient.create(database);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    final ConversationLimits limits = new ConversationLimits(10, 5, Duration.ofMinutes(1));
    Conversations conversations = new Conversations(jdbc, limits, clock);

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate conversation, conversation_message, item cascade").update();
    }

    void collect(String key, String who, String text, Instant sentAt) {
        collect(UUID.randomUUID().toString(), key, who, text, sentAt);
    }

    void collect(String item, String key, String who, String text, Instant sentAt) {
        var customer = new Customer(null, List.of(), List.of(), List.of("wecom:" + who), null);
        var message = new ChatMessage(
                key, who, customer, Product.unknown(), null, text, null, sentAt, List.of(), List.of(), QUIET);
        transaction.executeWithoutResult(any -> conversations.collect(item, "wecom", message));
    }

    List<String> texts(QuietConversation quiet) {
        try {
            return Transcript.fromJson(conversations.transcript(quiet.id())).messages().stream()
                    .map(ChatMessage::text)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A clock that a test moves. */
    static final class Hands extends Clock {

        private volatile Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

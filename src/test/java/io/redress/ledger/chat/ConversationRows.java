package io.redress.ledger.chat;

import io.redress.channel.chat.ChatTranscript;
import io.redress.encryption.DataEncryption;
import io.redress.intake.ChatMessage;
import io.redress.intake.SenderVerification;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Conversations on a real database, with a clock that the test moves. */
abstract class ConversationRows extends OwnDatabase {

    static final Duration QUIET = Duration.ofMinutes(2);
    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    final SetClock clock = new SetClock(NOON);
    final ConversationLimits limits = new ConversationLimits(10, 5, Duration.ofMinutes(1));
    Conversations conversations = new Conversations(jdbc, limits, DataEncryption.none(), clock);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate conversation, conversation_message, item cascade").update();
        conversations.claimQuiet(0); // the hub is up
    }

    void collect(String key, String who, String text, Instant sentAt) {
        collect(UUID.randomUUID().toString(), key, who, text, sentAt);
    }

    void collect(String item, String key, String who, String text, Instant sentAt) {
        var customer = new Customer(null, List.of(), List.of(), List.of("wecom:" + who), null);
        var message = new ChatMessage(
                key,
                who,
                customer,
                Product.unknown(),
                null,
                text,
                null,
                sentAt,
                List.of(),
                List.of(),
                QUIET,
                SenderVerification.UNPROVED);
        transaction.executeWithoutResult(any -> conversations.collect(item, "wecom", message));
    }

    List<String> texts(QuietConversation quiet) {
        try {
            return ChatTranscript.fromJson(conversations.transcript(quiet.id())).messages().stream()
                    .map(ChatMessage::text)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.redress.intake;

import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a chat. The messages of one conversation are collected until the customer has been quiet for a while,
 * and then read as one complaint.
 *
 * @param sourceKey the platform's id of the message
 * @param conversation whose messages belong together, unique in the channel
 * @param wants what the customer asks for, as in {@link io.redress.ticket.Complaint}
 * @param sentAt the platform's time, which orders the messages
 * @param evidence files that came with the message
 * @param references ticket numbers that the text names
 * @param quietTime how long the customer must be silent before the conversation becomes a complaint
 * @param proof of the handles; messages that were stored before it was known have none proved
 * @param media files that the platform keeps, to be fetched; messages that were stored before there were any have none
 */
public record ChatMessage(
        String sourceKey,
        String conversation,
        Customer customer,
        Product product,
        @Nullable String subject,
        String text,
        @Nullable String wants,
        Instant sentAt,
        List<ArrivalFile> evidence,
        List<String> references,
        Duration quietTime,
        SenderVerification proof,
        List<MediaReference> media)
        implements NormalizationResult {

    public ChatMessage {
        evidence = List.copyOf(evidence);
        references = List.copyOf(references);
        proof = proof == null ? SenderVerification.UNPROVED : proof;
        media = media == null ? List.of() : List.copyOf(media);
    }

    /** A message without files that its platform keeps. */
    public ChatMessage(
            String sourceKey,
            String conversation,
            Customer customer,
            Product product,
            @Nullable String subject,
            String text,
            @Nullable String wants,
            Instant sentAt,
            List<ArrivalFile> evidence,
            List<String> references,
            Duration quietTime,
            SenderVerification proof) {
        this(
                sourceKey,
                conversation,
                customer,
                product,
                subject,
                text,
                wants,
                sentAt,
                evidence,
                references,
                quietTime,
                proof,
                List.of());
    }

    /** The same, with a time to come taken for that of the arrival: else it would stay the last word of its conversation. */
    public ChatMessage receivedAt(Instant received) {
        return !sentAt.isAfter(received)
                ? this
                : new ChatMessage(
                        sourceKey,
                        conversation,
                        customer,
                        product,
                        subject,
                        text,
                        wants,
                        received,
                        evidence,
                        references,
                        quietTime,
                        proof,
                        media);
    }
}

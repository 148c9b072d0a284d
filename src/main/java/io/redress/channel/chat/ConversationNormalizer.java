package io.redress.channel.chat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.intake.SourceHints;
import io.redress.language.LanguageDetector;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one conversation as one complaint, in the order in which the customer sent them. */
public final class ConversationNormalizer implements Normalizer {

    @Override
    public String format() {
        return "conversation";
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        String key = raw.sourceKey() == null ? "conversation:" + raw.id() : raw.sourceKey();
        try {
            List<ChatMessage> messages = ChatTranscript.fromJson(original).messages().stream()
                    .sorted(Comparator.comparing(ChatMessage::sentAt))
                    .toList();
            return messages.isEmpty() ? unreadable(key) : complaint(key, messages);
        } catch (IOException | RuntimeException e) {
            return unreadable(key); // members that every transcript of ours has are missing
        }
    }

    private static Refusal unreadable(String key) {
        return new Refusal(
                ItemState.INVALID,
                "the original is not a transcript with messages; its messages are items of their own: replay those",
                key,
                List.of());
    }

    private CanonicalComplaint complaint(String key, List<ChatMessage> messages) {
        String text = messages.stream()
                .map(ChatMessage::text)
                .filter(said -> !said.isBlank())
                .collect(Collectors.joining("\n"));
        var complaint = new Complaint(
                last(messages, ChatMessage::subject),
                text,
                LanguageDetector.of(text),
                last(messages, ChatMessage::wants),
                messages.get(0).sentAt(),
                List.of());
        return new CanonicalComplaint(
                "chat",
                key,
                customer(messages),
                product(messages),
                complaint,
                messages.stream()
                        .flatMap(message -> message.evidence().stream())
                        .toList(),
                all(messages, ChatMessage::references),
                List.of(),
                true,
                proof(messages),
                List.of(),
                SourceHints.none(),
                messages.stream().flatMap(message -> message.media().stream()).toList());
    }

    /** Proved only when each message is. */
    private static SenderVerification proof(List<ChatMessage> messages) {
        return messages.stream().allMatch(message -> message.proof() == SenderVerification.PROVED)
                ? SenderVerification.PROVED
                : SenderVerification.UNPROVED;
    }

    private static Customer customer(List<ChatMessage> messages) {
        return new Customer(
                last(messages, message -> message.customer().name()),
                all(messages, message -> message.customer().phones()),
                all(messages, message -> message.customer().emails()),
                all(messages, message -> message.customer().handles()),
                last(messages, message -> message.customer().tier()));
    }

    private static Product product(List<ChatMessage> messages) {
        return new Product(
                last(messages, message -> message.product().name()),
                last(messages, message -> message.product().model()),
                last(messages, message -> message.product().serial()),
                last(messages, message -> message.product().orderNo()),
                last(messages, message -> message.product().purchasedOn()),
                last(messages, message -> message.product().warranty()),
                last(messages, message -> message.product().store()));
    }

    /** What was said last counts, for people correct themselves; null when it was never said. */
    private static <T> @Nullable T last(List<ChatMessage> messages, Function<ChatMessage, @Nullable T> member) {
        return messages.stream()
                .map(member)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static List<String> all(List<ChatMessage> messages, Function<ChatMessage, Collection<String>> member) {
        return messages.stream()
                .flatMap(message -> member.apply(message).stream())
                .distinct()
                .toList();
    }
}

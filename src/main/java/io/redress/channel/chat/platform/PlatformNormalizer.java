package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.ChatAttributes;
import io.redress.channel.chat.SanitizedText;
import io.redress.channel.chat.platform.message.PlatformItem;
import io.redress.channel.chat.platform.message.PlatformMessage;
import io.redress.channel.chat.platform.message.SmsRules;
import io.redress.channel.sender.BodyFormat;
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
import io.redress.mapping.json.UntrustedJson;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Reads the messages of chat platforms, each as its file of {@code config/platforms} says. */
public final class PlatformNormalizer implements Normalizer {

    /** The format of a chat platform's messages. */
    public static final String FORMAT = "chat";

    private static final int LONGEST_REASON = 300;

    private final Platforms platforms;
    private final String format;
    private final String defaultPlatform;

    public PlatformNormalizer(Platforms platforms) {
        this(platforms, FORMAT, "");
    }

    /**
     * A reader of messages that were taken in under another format.
     *
     * @param defaultPlatform the platform of messages that name none
     */
    public PlatformNormalizer(Platforms platforms, String format, String defaultPlatform) {
        this.platforms = platforms;
        this.format = format;
        this.defaultPlatform = defaultPlatform;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        String name = Objects.requireNonNullElse(raw.attribute(PlatformEvents.PLATFORM), defaultPlatform);
        Platform platform = platforms.get(name);
        boolean isJson = raw.attribute(BodyFormat.ATTRIBUTE) != null;
        Optional<ObjectNode> body =
                isJson ? UntrustedJson.read(original) : platform.body().read(original, null);
        if (body.isEmpty()) {
            return invalid(
                    "the original is not " + platform.body().noun() + " of " + platform.title(), raw.sourceKey());
        }
        PlatformItem item = isJson && platform.outbound().pulls()
                ? new PlatformItem(body.get(), body.get())
                : platform.splitter().first(body.get());
        PlatformMessage message = read(platform, item);
        String key = message.id().orElse(raw.sourceKey());
        Optional<String> other = platform.only().unmet(item);
        if (other.isPresent() || platform.silent().meets(item)) {
            return new Refusal(
                    ItemState.IGNORED,
                    "config/platforms says that this is no message of a customer: "
                            + StringUtils.truncate(
                                    SanitizedText.clean(other.orElse("it says nothing")), LONGEST_REASON),
                    key,
                    List.of());
        }
        if (message.customer().isEmpty() || key == null) {
            return invalid("it does not say who wrote it; compare the original with the platform's documentation", key);
        }
        SmsRules sms = platform.sms();
        if (sms != null && !message.customer().startsWith("+")) {
            return ignored("it comes from a short code or a name, which nobody can answer", key);
        }
        Optional<Boolean> wanted = sms == null ? Optional.empty() : sms.words().wanted(message.text());
        if (wanted.isPresent()) {
            return ignored(
                    wanted.get()
                            ? "its sender wants text messages again, and gets them"
                            : "its sender wants no more text messages, and gets none",
                    key);
        }
        String text = message.words();
        return text.isBlank()
                ? invalid("nothing in it can be read; see its original, and answer in " + platform.title(), key)
                : message(
                        raw, message, key, text, sms == null ? SenderVerification.PROVED : SenderVerification.UNPROVED);
    }

    /** Of a text message, the customer is a phone number, in E.164 where it is one. */
    private static PlatformMessage read(Platform platform, PlatformItem item) {
        PlatformMessage message = platform.message().read(item, platform.name());
        SmsRules sms = platform.sms();
        return sms == null
                ? message
                : sms.number(message.customer()).map(message::ofNumber).orElse(message);
    }

    private static Refusal ignored(String why, @Nullable String key) {
        return new Refusal(ItemState.IGNORED, why, key, List.of());
    }

    private static Refusal invalid(String why, @Nullable String key) {
        return new Refusal(ItemState.INVALID, "no message of a customer: " + why, key, List.of());
    }

    private static NormalizationResult message(
            RawMessage raw, PlatformMessage message, String key, String text, SenderVerification proof) {
        var customer = new Customer(
                message.name(),
                message.phone() == null ? List.of() : List.of(message.phone()),
                List.of(),
                List.of(raw.channel() + ":" + message.address()),
                null);
        Instant sentAt = Objects.requireNonNullElse(message.sentAt(), raw.receivedAt());
        List<String> references = List.copyOf(TicketNumber.namedIn(text));
        Duration quietTime = ChatAttributes.quietTime(raw);
        if (quietTime.compareTo(Duration.ZERO) > 0) {
            return new ChatMessage(
                    key,
                    message.conversation(),
                    customer,
                    Product.unknown(),
                    null,
                    text,
                    null,
                    sentAt,
                    List.of(),
                    references,
                    quietTime,
                    proof,
                    message.files());
        }
        return new CanonicalComplaint(
                "chat",
                key,
                customer,
                Product.unknown(),
                new Complaint(null, text, LanguageDetector.of(text), null, sentAt, List.of()),
                List.of(),
                references,
                List.of(),
                true,
                proof,
                List.of(),
                SourceHints.none(),
                message.files());
    }
}

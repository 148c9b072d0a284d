package io.redress.channel.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.Sender;
import io.redress.channel.sender.Senders;
import io.redress.intake.ArrivalFile;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.language.LanguageDetector;
import io.redress.mapping.FieldProblems;
import io.redress.mapping.MappedFields;
import io.redress.mapping.Mapping;
import io.redress.mapping.MappingResult;
import io.redress.mapping.Mappings;
import io.redress.mapping.json.JsonSource;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.TicketNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads a webhook's request, in any {@link BodyFormat}, by a mapping of dotted names ({@code data.customer.phone}) to canonical fields. Two
 * members have fixed names: {@code data.conversation}, whose messages belong together, and {@code data.attachments}.
 */
public final class WebhookNormalizer implements Normalizer {

    private static final String CONVERSATION = "data.conversation";
    private static final String ATTACHMENTS = "/data/attachments";

    private static final int LONGEST_REASON = 300;

    private final Mappings mappings;
    private final Senders senders;

    public WebhookNormalizer(Mappings mappings, Senders senders) {
        this.mappings = mappings;
        this.senders = senders;
    }

    @Override
    public String format() {
        return "webhook";
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        String id = raw.sourceKey() == null ? raw.id() : raw.sourceKey();
        Sender sender = senders.get(Objects.requireNonNullElse(raw.attribute(ChatAttributes.SENDER), Sender.STANDARD));
        BodyFormat format = BodyFormat.of(raw.attribute(BodyFormat.ATTRIBUTE));
        ObjectNode json = format.read(original, raw.attribute(ChatAttributes.CONTENT_TYPE))
                .orElse(null);
        if (json == null) {
            return new Refusal(
                    ItemState.INVALID, "the original is not " + format.noun() + ": ask its sender", id, List.of());
        }
        var attached = JsonAttachments.in(json.at(ATTACHMENTS));
        if (json.path("data") instanceof ObjectNode data) {
            data.remove("attachments");
        }
        var source = new JsonSource(json, ChatAttributes.headers(raw.attributes()));
        Optional<String> noComplaint = sender.noComplaint(source);
        if (noComplaint.isPresent()) {
            return new Refusal(
                    ItemState.IGNORED,
                    "config/senders says that this is no complaint: "
                            + StringUtils.truncate(SanitizedText.clean(noComplaint.get()), LONGEST_REASON),
                    id,
                    List.of());
        }
        Mapping mapping = mappings.get(ChatAttributes.mapping(raw.attribute(ChatAttributes.MAPPING), sender));
        MappingResult mappingResult = mapping.apply(source);
        return mappingResult instanceof MappedFields fields
                ? result(raw, sender, id, fields, attached)
                : invalid(id, (FieldProblems) mappingResult);
    }

    private static Refusal invalid(String id, FieldProblems problems) {
        String reason = problems.problems().stream().map(Object::toString).collect(Collectors.joining("; "));
        return new Refusal(ItemState.INVALID, "the webhook's JSON cannot be mapped: " + reason, id, List.of());
    }

    private NormalizationResult result(
            RawMessage raw, Sender sender, String id, MappedFields fields, JsonAttachments attached) {
        String key = fields.sourceKey() == null ? id : SanitizedText.key(fields.sourceKey());
        String text = text(fields, attached);
        Customer customer = fields.customer().on(raw.channel());
        List<String> references =
                List.copyOf(TicketNumber.namedIn(Objects.requireNonNullElse(fields.subject(), "") + "\n" + text));
        String conversation = conversation(fields.extras(), customer);
        Duration quietTime = ChatAttributes.quietTime(raw);
        // who types in who they are could write into the conversation of another
        if (sender.knowsCustomers() && conversation != null && quietTime.compareTo(Duration.ZERO) > 0) {
            return new ChatMessage(
                    key,
                    conversation,
                    customer,
                    fields.product(),
                    fields.subject(),
                    text,
                    fields.wants(),
                    Objects.requireNonNullElse(fields.occurredAt(), raw.receivedAt()),
                    attached.files(),
                    references,
                    quietTime,
                    verification(sender));
        }
        return complaint(key, sender, customer, fields, text, attached.files(), references);
    }

    private static SenderVerification verification(Sender sender) {
        return sender.knowsCustomers() ? SenderVerification.PROVED : SenderVerification.UNPROVED;
    }

    private CanonicalComplaint complaint(
            String key,
            Sender sender,
            Customer customer,
            MappedFields fields,
            String text,
            List<ArrivalFile> files,
            List<String> references) {
        var complaint = new Complaint(
                fields.subject(), text, LanguageDetector.of(text), fields.wants(), fields.occurredAt(), List.of());
        return new CanonicalComplaint(
                "chat",
                key,
                customer,
                fields.product(),
                complaint,
                files,
                references,
                List.of(),
                !customer.emails().isEmpty() || !customer.handles().isEmpty(),
                verification(sender));
    }

    private static String text(MappedFields fields, JsonAttachments attached) {
        var lines = new ArrayList<String>();
        lines.add(fields.text());
        lines.addAll(attached.notes());
        return String.join("\n", lines).strip();
    }

    private static @Nullable String conversation(Map<String, List<String>> extras, Customer customer) {
        String named = extras.getOrDefault(CONVERSATION, List.of()).stream()
                .map(SanitizedText::key)
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse(null);
        return named != null || customer.handles().isEmpty()
                ? named
                : SanitizedText.key(customer.handles().get(0));
    }
}

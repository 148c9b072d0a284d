package io.redress.channel.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.SanitizedText;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.language.LanguageDetector;
import io.redress.mapping.FieldProblems;
import io.redress.mapping.MappedFields;
import io.redress.mapping.MappingResult;
import io.redress.mapping.Mappings;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import io.redress.standing.TicketReferences;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Reads an item of a feed by its mapping. What the feed's file does not take for a complaint is refused, with the reason. */
public final class FeedNormalizer implements Normalizer {

    /** The format of a feed's items. */
    public static final String FORMAT = "feed";

    private static final int LONGEST_REASON = 300;

    private final Feeds feeds;
    private final Mappings mappings;

    public FeedNormalizer(Feeds feeds, Mappings mappings) {
        this.feeds = feeds;
        this.mappings = mappings;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        Feed feed = feeds.get(Objects.requireNonNullElse(raw.attribute(FeedAnswers.FEED), ""));
        Optional<ObjectNode> json = UntrustedJson.read(original);
        Optional<String> key = json.flatMap(feed::key);
        if (json.isEmpty() || key.isEmpty()) {
            String problem = json.isEmpty()
                    ? "an item of the feed is not a JSON object: compare items"
                    : "an item of the feed has no key: compare key";
            return new Refusal(
                    ItemState.INVALID,
                    problem + " in config/feeds/" + feed.name() + ".yaml with the original, then replay it",
                    raw.sourceKey(),
                    List.of());
        }
        return read(raw, feed, json.get(), key.get());
    }

    private NormalizationResult read(RawMessage raw, Feed feed, ObjectNode json, String name) {
        String edition = new FeedAnswers(feed, raw.channel(), "").edition(json);
        String key = Objects.requireNonNullElseGet(raw.sourceKey(), () -> SanitizedText.key(name + "@" + edition));
        String alias = TicketReferences.feedItem(raw.channel(), SanitizedText.key(name));
        Optional<String> noComplaint = feed.noComplaint(json);
        if (noComplaint.isPresent()) {
            String reason = "not a complaint: " + SanitizedText.clean(noComplaint.get());
            return new Refusal(ItemState.IGNORED, StringUtils.truncate(reason, LONGEST_REASON), key, List.of(alias));
        }
        String mapping = Objects.requireNonNullElse(raw.attribute(FeedAnswers.MAPPING), feed.mapping());
        MappingResult mapped = mappings.get(mapping).apply(new JsonSource(json, Map.of()));
        return mapped instanceof MappedFields fields
                ? complaint(raw, feed, fields, feed.stars(json), key, alias)
                : invalid(key, (FieldProblems) mapped);
    }

    private static Refusal invalid(String key, FieldProblems problems) {
        String reason = problems.problems().stream().map(Object::toString).collect(Collectors.joining("; "));
        return new Refusal(ItemState.INVALID, "the item of the feed cannot be mapped: " + reason, key, List.of());
    }

    private static CanonicalComplaint complaint(
            RawMessage raw, Feed feed, MappedFields fields, String stars, String key, String alias) {
        String text = fields.text();
        Customer customer = fields.customer().on(raw.channel());
        var references = new ArrayList<>(List.of(alias));
        references.addAll(TicketNumber.namedIn(said(fields.subject()) + "\n" + text));
        var complaint = new Complaint(
                fields.subject(),
                Stream.of(text, stars).filter(part -> !part.isBlank()).collect(Collectors.joining("\n")),
                LanguageDetector.of(said(fields.subject()) + "\n" + text),
                fields.wants(),
                fields.occurredAt(),
                List.of());
        return new CanonicalComplaint(
                        "chat",
                        key,
                        customer,
                        fields.product(),
                        complaint,
                        List.of(),
                        references,
                        List.of(alias),
                        !customer.emails().isEmpty() || !customer.handles().isEmpty(),
                        feed.knowsCustomers() ? SenderVerification.PROVED : SenderVerification.UNPROVED)
                .withHints(fields.hints());
    }

    private static String said(@Nullable String subject) {
        return Objects.requireNonNullElse(subject, "");
    }
}

package io.redress.channel.webform;

import io.redress.attachment.FileTypeDetector;
import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormReader;
import io.redress.channel.webform.body.ParsedForm;
import io.redress.channel.webform.body.UnreadableForm;
import io.redress.intake.ArrivalFile;
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
import io.redress.standing.TicketReferences;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.TicketNumber;
import io.redress.web.Languages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads archived form posts. The channel has accepted them, so a refusal here means that the mapping was changed since, or
 * that an original is tried or replayed that never came through the channel.
 */
public final class WebFormNormalizer implements Normalizer {

    static final String FORMAT = "web-form";

    private final Mappings mappings;
    private final BooleanSupplier answersPhones;

    /** @param answersPhones whether who gives a phone number and no mail address is told the ticket's number */
    public WebFormNormalizer(Mappings mappings, BooleanSupplier answersPhones) {
        this.mappings = mappings;
        this.answersPhones = answersPhones;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        String suspected = raw.attribute(RawMessage.SUSPECTED);
        if (suspected != null) {
            return invalid(raw, suspected);
        }
        String charset = Objects.requireNonNullElse(raw.attribute(FormAttributes.CHARSET), "UTF-8");
        ParsedForm parsed = FormReader.read(raw.attribute(FormAttributes.CONTENT_TYPE), charset, original);
        if (parsed instanceof UnreadableForm unreadable) {
            return invalid(
                    raw,
                    "the form " + unreadable.problem().problem() + " → "
                            + unreadable.problem().remedy());
        }
        Form form = (Form) parsed;
        String mapping = Objects.requireNonNullElse(raw.attribute(FormAttributes.MAPPING), "complaint-form");
        MappingResult mappingResult =
                mappings.get(mapping).apply(form.fields(), !form.files().isEmpty());
        if (mappingResult instanceof FieldProblems wrong) {
            return invalid(raw, "by mapping " + mapping + ": " + wrong.problems());
        }
        return complaint(raw, form, (MappedFields) mappingResult);
    }

    private NormalizationResult complaint(RawMessage raw, Form form, MappedFields mapped) {
        String follows = raw.attribute(FormAttributes.FOLLOWS);
        String named = Objects.requireNonNullElse(mapped.subject(), "") + "\n" + mapped.text();
        return new CanonicalComplaint(
                FORMAT,
                sourceKey(raw, mapped.sourceKey()),
                mapped.customer(),
                mapped.product(),
                new Complaint(
                        mapped.subject(),
                        mapped.text(),
                        Optional.ofNullable(form.first(FormAttributes.LANGUAGE_FIELD))
                                .filter(Languages.ALL::contains)
                                .orElseGet(() -> LanguageDetector.of(mapped.text())),
                        mapped.wants(),
                        mapped.occurredAt(),
                        List.of()),
                form.files().stream()
                        .map(file -> new ArrivalFile(file.name(), FileTypeDetector.of(file.bytes()), file.bytes()))
                        .toList(),
                follows == null ? List.copyOf(TicketNumber.namedIn(named)) : TicketReferences.byStatusLink(follows),
                List.of(),
                isAnswered(mapped.customer()),
                SenderVerification.UNPROVED);
    }

    private boolean isAnswered(Customer customer) {
        return !customer.emails().isEmpty() || (!customer.statedPhones().isEmpty() && answersPhones.getAsBoolean());
    }

    private static String sourceKey(RawMessage raw, @Nullable String ofTheForm) {
        String ofTheChannel = raw.sourceKey();
        return ofTheChannel != null ? ofTheChannel : Objects.requireNonNullElse(ofTheForm, raw.id());
    }

    private static Refusal invalid(RawMessage raw, String reason) {
        return new Refusal(ItemState.INVALID, reason, raw.sourceKey(), List.of());
    }
}

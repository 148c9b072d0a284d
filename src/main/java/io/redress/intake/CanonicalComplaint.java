package io.redress.intake;

import io.redress.intake.device.FaultReport;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in canonical form, before triage.
 *
 * @param kind {@code email}, {@code web-form}, {@code call-center}, {@code chat} or {@code device}
 * @param sourceKey what makes this arrival the same as another one of its channel; never empty
 * @param complaint without attachments: their bytes are in {@code evidence} until they are stored
 * @param references what may name an earlier ticket: numbers ({@code R-…}), Message-IDs ({@code <…>}) and a place that an
 *     answer kept, the most telling first
 * @param aliases other names by which later arrivals may refer to this one: its own Message-ID, and places for mails that
 *     it answers; two arrivals of which one has a name that the other refers to are decided one after the other
 * @param acknowledge false where an answer could start a loop or nobody would read it
 * @param proof what the channel proved about the sender
 * @param recipients to whom a mail was addressed, To and Cc; empty for other channels
 * @param hints what the source says of it itself
 * @param media files that a chat platform keeps, to be fetched
 * @param fault what a device reports of itself; null for what people say
 */
public record CanonicalComplaint(
        String kind,
        String sourceKey,
        Customer customer,
        Product product,
        Complaint complaint,
        List<ArrivalFile> evidence,
        List<String> references,
        List<String> aliases,
        boolean acknowledge,
        SenderVerification proof,
        List<String> recipients,
        SourceHints hints,
        List<MediaReference> media,
        @Nullable FaultReport fault)
        implements NormalizationResult {

    /** A complaint of a person. */
    public CanonicalComplaint(
            String kind,
            String sourceKey,
            Customer customer,
            Product product,
            Complaint complaint,
            List<ArrivalFile> evidence,
            List<String> references,
            List<String> aliases,
            boolean acknowledge,
            SenderVerification proof,
            List<String> recipients,
            SourceHints hints,
            List<MediaReference> media) {
        this(
                kind,
                sourceKey,
                customer,
                product,
                complaint,
                evidence,
                references,
                aliases,
                acknowledge,
                proof,
                recipients,
                hints,
                media,
                null);
    }

    /** A complaint that did not come by mail, and whose source says nothing of it. */
    public CanonicalComplaint(
            String kind,
            String sourceKey,
            Customer customer,
            Product product,
            Complaint complaint,
            List<ArrivalFile> evidence,
            List<String> references,
            List<String> aliases,
            boolean acknowledge,
            SenderVerification proof) {
        this(
                kind,
                sourceKey,
                customer,
                product,
                complaint,
                evidence,
                references,
                aliases,
                acknowledge,
                proof,
                List.of(),
                SourceHints.none(),
                List.of());
    }

    /** A complaint of which no platform keeps files. */
    public CanonicalComplaint(
            String kind,
            String sourceKey,
            Customer customer,
            Product product,
            Complaint complaint,
            List<ArrivalFile> evidence,
            List<String> references,
            List<String> aliases,
            boolean acknowledge,
            SenderVerification proof,
            List<String> recipients,
            SourceHints hints) {
        this(
                kind,
                sourceKey,
                customer,
                product,
                complaint,
                evidence,
                references,
                aliases,
                acknowledge,
                proof,
                recipients,
                hints,
                List.of());
    }

    public CanonicalComplaint {
        evidence = List.copyOf(evidence);
        references = List.copyOf(references);
        aliases = List.copyOf(aliases);
        recipients = List.copyOf(recipients);
        media = List.copyOf(media);
    }

    /** The aliases by which later messages find this complaint; none when its sender's verification failed. */
    public List<String> trustedAliases() {
        return proof == SenderVerification.FAILED ? List.of() : aliases;
    }

    /** The same complaint of which its source says so much. */
    public CanonicalComplaint withHints(SourceHints said) {
        return new CanonicalComplaint(
                kind,
                sourceKey,
                customer,
                product,
                complaint,
                evidence,
                references,
                aliases,
                acknowledge,
                proof,
                recipients,
                said,
                media,
                fault);
    }

    /** The same complaint with what other systems know of its customer and product. */
    public CanonicalComplaint completed(Customer known, Product bought) {
        return new CanonicalComplaint(
                kind,
                sourceKey,
                known,
                bought,
                complaint,
                evidence,
                references,
                aliases,
                acknowledge,
                proof,
                recipients,
                hints,
                media,
                fault);
    }
}

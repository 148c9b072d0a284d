package io.redress.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said, in the customer's words.
 *
 * @param text plain text without the quoted thread and the signature; may be empty when only files came
 * @param language BCP 47: {@code zh-Hans}, {@code zh-Hant}, {@code en}, or {@code und} when not told
 * @param wants what the customer asks for ({@code repair}, {@code replacement}, {@code refund}, {@code compensation},
 *     {@code price-difference}, {@code apology}, {@code explanation}, or the form's own words)
 * @param occurredAt when the customer wrote, called or says that it happened
 */
public record Complaint(
        @Nullable String subject,
        String text,
        String language,
        @Nullable String wants,
        @Nullable Instant occurredAt,
        List<Attachment> attachments) {

    public Complaint {
        attachments = List.copyOf(attachments);
    }

    /** The same, with a time to come taken for that of the arrival: nobody complains of what has not happened. */
    public Complaint receivedAt(Instant received) {
        return occurredAt == null || !occurredAt.isAfter(received)
                ? this
                : new Complaint(subject, text, language, wants, received, attachments);
    }

    public Complaint withAttachments(List<Attachment> stored) {
        return new Complaint(subject, text, language, wants, occurredAt, stored);
    }
}

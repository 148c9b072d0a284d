package io.redress.ledger.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a list shows it, without the customer's text.
 *
 * @param itemId the arrival that opened it
 * @param channel the channel's name, and {@code kind} its kind
 * @param review true when a person should look at the category
 * @param name the customer's; null when it is not known, or forgotten
 * @param subject null when the customer gave none
 */
public record TicketSummary(
        String number,
        UUID itemId,
        Instant receivedAt,
        String channel,
        String kind,
        String category,
        String priority,
        String status,
        boolean review,
        String owner,
        @Nullable String name,
        @Nullable String subject,
        Instant firstResponseDue,
        Instant resolutionDue,
        Instant updatedAt) {}

package io.redress.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A ticket as a list shows it, without what the customer said.
 *
 * @param itemId the arrival that opened it
 * @param channel the channel's name, and {@code kind} its kind
 * @param review true when a person should look at the category
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
        Instant firstResponseDue,
        Instant resolutionDue,
        Instant updatedAt) {}

package io.redress.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are asked for; null means any.
 *
 * @param from received at or after this instant
 * @param to received before this instant
 * @param text words as they stand, in the number, the subject, the text, the customer or the product
 */
public record TicketSearch(
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String channel,
        @Nullable Boolean review,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {}

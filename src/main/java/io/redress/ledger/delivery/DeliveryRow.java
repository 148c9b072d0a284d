package io.redress.ledger.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that an attempt was begun at.
 *
 * @param attempts this one included, ever
 * @param failures before this attempt, since it was planned or replayed
 */
record DeliveryRow(
        String id,
        String target,
        String ticketNumber,
        String kind,
        @Nullable String text,
        @Nullable String status,
        int attempts,
        int failures,
        @Nullable String recordId) {}

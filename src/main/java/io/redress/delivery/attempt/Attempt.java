package io.redress.delivery.attempt;

import org.jspecify.annotations.Nullable;

/**
 * An attempt at a delivery.
 *
 * @param id the delivery's
 * @param attempts this one included, ever
 * @param failures before this attempt, since it was planned or replayed
 */
public record Attempt(
        String id,
        String target,
        String ticketNumber,
        String kind,
        @Nullable String text,
        @Nullable String status,
        int attempts,
        int failures,
        @Nullable String recordId) {}

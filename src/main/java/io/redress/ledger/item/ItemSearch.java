package io.redress.ledger.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for; null means any.
 *
 * @param state key of an {@link io.redress.intake.ItemState}
 * @param ticket the ticket that the item opened, repeats or follows
 * @param number the number told to the sender
 * @param from received at or after this instant
 * @param to received before this instant
 */
public record ItemSearch(
        @Nullable String channel,
        @Nullable String state,
        @Nullable String sourceKey,
        @Nullable String ticket,
        @Nullable String number,
        @Nullable Instant from,
        @Nullable Instant to) {}

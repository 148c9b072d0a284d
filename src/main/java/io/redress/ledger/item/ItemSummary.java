package io.redress.ledger.item;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An arrival as a list shows it.
 *
 * @param number the number told to the sender
 * @param sourceKey what the channel calls the item; null when nothing could be read
 * @param state key of an {@link io.redress.intake.ItemState}
 * @param reason why it is in that state
 * @param ticket the ticket that it opened, repeats or follows; null when there is none
 * @param size bytes of the original
 */
public record ItemSummary(
        UUID id,
        String number,
        String channel,
        String format,
        Instant receivedAt,
        @Nullable String sourceKey,
        String state,
        String reason,
        @Nullable String ticket,
        long size,
        Instant updatedAt) {}

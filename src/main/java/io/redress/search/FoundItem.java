package io.redress.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An arrival as far as an answer shows it.
 *
 * @param number the number told to the sender
 * @param state key of an {@link io.redress.intake.ItemState}
 * @param ticket the ticket that it opened, repeats or follows; null when there is none
 */
public record FoundItem(
        UUID id,
        String number,
        Instant receivedAt,
        String channel,
        String state,
        @Nullable String ticket) {}

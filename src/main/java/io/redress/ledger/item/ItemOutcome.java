package io.redress.ledger.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an arrival: item, ticket, category and why, in one line.
 *
 * @param ticket the ticket that it opened, repeats or follows; null when there is none, and then so are category and
 *     priority
 * @param reasons the conclusions of the triage for an item that opened a ticket, else the item's own reason
 */
public record ItemOutcome(
        UUID id,
        Instant receivedAt,
        String channel,
        String state,
        @Nullable String ticket,
        @Nullable String category,
        @Nullable String priority,
        boolean review,
        List<String> reasons) {}

package io.redress.intake.recording;

import io.redress.intake.ItemState;
import io.redress.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * How an item ended, as the ledger has it. Recording the same item again gives the same answer.
 *
 * @param reason for an operator to read
 * @param ticketNumber the ticket that it opened, repeats or follows; null where there is none
 * @param ticket the ticket to dispatch; null unless the item opened one
 */
public record RecordedItem(
        String itemId,
        String channel,
        ItemState state,
        String reason,
        @Nullable String ticketNumber,
        @Nullable Ticket ticket) {}

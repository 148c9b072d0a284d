package io.redress.intake.recording;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * How an item ended, as the ledger has it. Recording the same item again gives the same answer.
 *
 * @param reason for an operator to read
 * @param ticketNumber the ticket that it opened, repeats or follows; null where there is none
 * @param ticket the ticket to dispatch; null unless the item opened one
 * @param document {@code ticket} as JSON ({@link KnownTickets#document}); null without a ticket
 */
public record RecordedItem(
        String itemId,
        String channel,
        ItemState state,
        String reason,
        @Nullable String ticketNumber,
        @Nullable Ticket ticket,
        @Nullable String document) {

    /** An item that opened a ticket. */
    public static RecordedItem opened(RawMessage raw, String reason, Ticket ticket, String document) {
        return new RecordedItem(raw.id(), raw.channel(), ItemState.TICKETED, reason, ticket.number(), ticket, document);
    }

    /** An item with no ticket to dispatch. */
    public static RecordedItem withoutTicket(
            String itemId, String channel, ItemState state, String reason, @Nullable String ticketNumber) {
        return new RecordedItem(itemId, channel, state, reason, ticketNumber, null, null);
    }
}

package io.redress.api.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.audit.AuditedBody;
import io.redress.ledger.item.ItemSummary;
import io.redress.ledger.ticket.StoredTicket;
import io.redress.ticket.Ticket;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical ticket, where it stands, and the arrivals that led to it. */
record TicketView(
        @JsonUnwrapped Ticket ticket,

        @Schema(description = "Where the ticket stands", example = "in-progress")
        String status,

        @Schema(description = "The level of escalation; 0 is the desk")
        int level,

        @Schema(description = "What was done for the customer") @Nullable
        String remedy,

        Instant updatedAt,

        @Schema(description = "The arrivals that opened, repeat or follow it, the newest first; at most 500")
        List<ItemSummary> items)
        implements AuditedBody {

    /** Another than was asked for, when the number was given to the sender of a repeat. */
    @Override
    public List<String> ticketsNamed() {
        return List.of(ticket.number());
    }

    static TicketView of(StoredTicket stored, List<ItemSummary> items) {
        return new TicketView(
                stored.ticket(), stored.status(), stored.level(), stored.remedy(), stored.updatedAt(), items);
    }
}

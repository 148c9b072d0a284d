package io.redress.ops;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.ledger.ItemSummary;
import io.redress.ticket.Ticket;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The canonical ticket, where it stands, and the arrivals that led to it. */
record TicketView(
        @JsonUnwrapped Ticket ticket,

        @Schema(description = "Where the ticket stands", example = "open")
        String status,

        Instant updatedAt,

        @Schema(description = "The arrivals that opened, repeat or follow it, the newest first; at most 500")
        List<ItemSummary> items) {}

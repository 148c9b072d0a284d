package io.redress.ops;

import io.redress.ledger.ItemQueries;
import io.redress.ledger.ItemSearch;
import io.redress.ledger.ItemSummary;
import io.redress.ledger.Position;
import io.redress.ledger.StoredTicket;
import io.redress.ledger.TicketQueries;
import io.redress.ledger.TicketSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets for operators and for systems downstream. */
@RestController
@RequestMapping("/api/tickets")
@Tag(name = "Tickets", description = "What we do about a complaint")
class TicketsApi {

    private static final Logger LOG = LoggerFactory.getLogger(TicketsApi.class);
    private static final int MOST_ITEMS = 500;

    private final TicketQueries tickets;
    private final ItemQueries items;

    TicketsApi(TicketQueries tickets, ItemQueries items) {
        this.tickets = tickets;
        this.items = items;
    }

    @GetMapping
    @Operation(summary = "List tickets", description = "The newest first, without what the customer said.")
    Page<TicketSummary> list(@ParameterObject TicketFilter filter) {
        int size = Value.size(filter.size());
        return Page.of(
                tickets.find(filter.search(), Cursor.readOrNull(filter.cursor()), size + 1),
                size,
                ticket -> new Position(ticket.receivedAt(), ticket.number()));
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Get a ticket",
            description =
                    "The canonical ticket with its history. A number that was told to the sender of a repeat or of a"
                            + " follow-up leads to the ticket that it belongs to: compare the answer's number.")
    ResponseEntity<TicketView> get(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number,
            @Nullable Principal reader) {
        String canonical = Value.ticketNumber(number);
        StoredTicket stored = tickets.find(canonical).orElseGet(() -> promised(canonical));
        String found = stored.ticket().number();
        LOG.info("key {} read ticket {}", reader == null ? "none" : reader.getName(), found);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LOCATION, "/api/tickets/" + found)
                .body(TicketView.of(stored, itemsOf(found)));
    }

    private StoredTicket promised(String number) {
        List<ItemSummary> told = items.find(new ItemSearch(null, null, null, null, number, null, null), null, 1);
        if (told.isEmpty()) {
            throw new NotThere(
                    "No ticket has the number " + number, "Look for it with GET /api/tickets?q= or /api/items.");
        }
        ItemSummary item = told.get(0);
        String ticket = item.ticket();
        if (ticket == null) {
            throw new NotThere(
                    "The number " + number + " was told to a sender, but no ticket was opened: " + item.reason(),
                    "See /api/items/" + item.id() + "; if it should have become one, replay it.",
                    Map.of("item", item.id(), "state", item.state()));
        }
        return tickets.find(ticket)
                .orElseThrow(() -> new NotThere("Ticket " + ticket + " is not there", "See /api/items/" + item.id()));
    }

    private List<ItemSummary> itemsOf(String ticket) {
        return items.find(new ItemSearch(null, null, null, ticket, null, null, null), null, MOST_ITEMS);
    }
}

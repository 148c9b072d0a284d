package io.redress.api.ticket;

import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.api.audit.AuditedRequest;
import io.redress.export.TableWriter;
import io.redress.ledger.ListPosition;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSearch;
import io.redress.ledger.item.ItemSummary;
import io.redress.ledger.privacy.PersonSearch;
import io.redress.ledger.ticket.StoredTicket;
import io.redress.ledger.ticket.TicketList;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.ledger.ticket.TicketSummary;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets for operators and for systems downstream. */
@RestController
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@RequestMapping("/api/tickets")
@Tag(name = "Tickets", description = "What we do about a complaint")
class TicketsApi {

    private static final Logger LOG = LoggerFactory.getLogger(TicketsApi.class);
    private static final int MOST_ITEMS = 500;

    private final TicketQueries tickets;
    private final TicketList list;
    private final TicketsExport export;
    private final ItemQueries items;
    private final PersonSearch persons;

    TicketsApi(TicketQueries tickets, TicketList list, TicketsExport export, ItemQueries items, PersonSearch persons) {
        this.tickets = tickets;
        this.list = list;
        this.export = export;
        this.items = items;
        this.persons = persons;
    }

    @GetMapping
    @Operation(
            summary = "List tickets",
            description = "The newest first, without the customer's text. Words are looked for in every ticket of the"
                    + " period: a search that takes too long is answered 503; narrow it with from and to.")
    Page<TicketSummary> list(
            @ParameterObject TicketFilter filter, @ParameterObject PageFilter page, @Nullable Principal reader) {
        Page<TicketSummary> found = page.of(
                (after, most) -> list.find(filter.search(persons::read, CurrentActor.scope(reader)), after, most),
                ticket -> new ListPosition(ticket.receivedAt(), ticket.number()));
        LOG.info(
                "{} listed {} tickets", CurrentActor.name(reader), found.items().size());
        return found;
    }

    @RequiresPermission(value = Permission.TICKETS_EXPORT, scoped = true)
    @GetMapping("/export")
    @Operation(
            summary = "Export tickets",
            description =
                    "All that the filter shows, with the members of the list, as CSV (UTF-8 with a byte order mark)"
                            + " or as XLSX: by format, or by Accept. What a spreadsheet would take for a formula is text.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = TableWriter.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = TableWriter.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    void export(
            @ParameterObject TicketFilter filter,
            @ParameterObject ExportFormat format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept,
            @Nullable Principal reader,
            HttpServletResponse answer)
            throws IOException {
        TicketSearch search = filter.search(persons::read, CurrentActor.scope(reader));
        long written = export.write(search, format.isWorkbook(accept), answer);
        AuditedRequest.shown(written);
        LOG.info("{} exported {} tickets", CurrentActor.name(reader), written);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Get a ticket",
            description =
                    "The canonical ticket with its history. A number that was given to the sender of a repeat or of a"
                            + " follow-up leads to the ticket that it belongs to: compare the answer's number.")
    ResponseEntity<TicketView> get(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number,
            @Nullable Principal reader) {
        String canonical = ParameterValue.ticketNumber(number);
        StoredTicket stored = tickets.find(canonical).orElseGet(() -> promised(canonical));
        String found = stored.ticket().number();
        LOG.info("{} read ticket {}", CurrentActor.name(reader), found);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LOCATION, "/api/tickets/" + found)
                .body(TicketView.of(stored, itemsOf(found)));
    }

    private StoredTicket promised(String number) {
        List<ItemSummary> told = items.find(new ItemSearch(null, null, null, null, number, null, null), null, 1);
        if (told.isEmpty()) {
            throw new NotFoundException(
                    "No ticket has the number " + number, "Look for it with GET /api/tickets?q= or /api/items.");
        }
        ItemSummary item = told.get(0);
        String ticket = item.ticket();
        if (ticket == null) {
            throw new NotFoundException(
                    "The number " + number + " was given to a sender, but no ticket was opened: " + item.reason(),
                    "See /api/items/" + item.id() + "; if it should have become one, replay it.",
                    Map.of("item", item.id(), "state", item.state()));
        }
        return tickets.find(ticket)
                .orElseThrow(() ->
                        new NotFoundException("Ticket " + ticket + " does not exist", "See /api/items/" + item.id()));
    }

    private List<ItemSummary> itemsOf(String ticket) {
        return items.find(new ItemSearch(null, null, null, ticket, null, null, null), null, MOST_ITEMS);
    }
}

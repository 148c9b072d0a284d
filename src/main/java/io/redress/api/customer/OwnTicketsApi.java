package io.redress.api.customer;

import io.redress.api.audit.OwnTicketsAudit;
import io.redress.status.AppCustomer;
import io.redress.status.CustomerViews;
import io.redress.status.OwnTickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own tickets, for the shop's app. */
@RestController
@Tag(name = "Customers")
class OwnTicketsApi {

    private final OwnTickets tickets;
    private final CustomerViews views;
    private final OwnTicketsAudit audit;

    OwnTicketsApi(OwnTickets tickets, CustomerViews views, OwnTicketsAudit audit) {
        this.tickets = tickets;
        this.views = views;
        this.audit = audit;
    }

    @GetMapping("/api/my/tickets")
    @Operation(
            summary = "List a customer's own tickets",
            description =
                    "By the signed token of an app of redress.apps, not by a key: the newest first, at most 100, of the"
                            + " phone number and the mail address that the token says are verified.")
    @ApiResponse(responseCode = "200", description = "How each stands")
    @ApiResponse(responseCode = "401", description = "The token does not count")
    Map<String, List<OwnTicketView>> list(
            @Parameter(hidden = true) @CurrentSecurityContext(expression = "authentication") Authentication reader,
            HttpServletRequest request) {
        AppCustomer customer = (AppCustomer) reader.getPrincipal();
        List<String> numbers = tickets.of(customer);
        List<OwnTicketView> items = numbers.stream()
                .flatMap(number -> views.find(number).stream())
                .map(OwnTicketView::of)
                .toList();
        audit.shown(customer, request.getRemoteAddr(), numbers);
        return Map.of("items", items);
    }
}

package io.redress.api.ticket;

import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.ledger.ticket.StatusLinkRows;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.status.StatusLinkStates.LinkState;
import io.redress.status.StatusLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends and makes the links by which customers see their tickets. */
@RestController
@RequiresPermission(value = Permission.TICKETS_WRITE, scoped = true)
@RequestMapping("/api/tickets/{number}/status-link")
@Tag(name = "Tickets")
class StatusLinksApi {

    private static final Logger LOG = LoggerFactory.getLogger(StatusLinksApi.class);

    private final StatusLinkRows states;
    private final StatusLinks links;

    StatusLinksApi(StatusLinkRows states, StatusLinks links) {
        this.states = states;
        this.links = links;
    }

    /** @param link whole address of the only link that counts; null when none does */
    record StatusLink(String ticket, @Nullable String link) {}

    @PostMapping
    @Operation(
            summary = "Make a new status link",
            description =
                    "All earlier links of the ticket lead nowhere from then on. Nothing is sent: give the link to the"
                            + " customer alone.")
    StatusLink renew(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number,
            @Nullable Principal sender) {
        String ticket = ParameterValue.ticketNumber(number);
        LinkState made = states.renew(ticket, name(sender)).orElseThrow(() -> unknown(ticket));
        LOG.info("{} made a new status link of {}", name(sender), ticket);
        return new StatusLink(ticket, links.url(ticket, made.generation()));
    }

    @PostMapping("/withdraw")
    @Operation(
            summary = "Withdraw the status link",
            description =
                    "No link of the ticket leads anywhere, until a new one is made here, or the customer writes a mail"
                            + " about the ticket from the address that it has and gets a new one there.")
    StatusLink withdraw(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number,
            @Nullable Principal sender) {
        String ticket = ParameterValue.ticketNumber(number);
        if (!states.withdraw(ticket, name(sender))) {
            throw unknown(ticket);
        }
        LOG.info("{} withdrew the status link of {}", name(sender), ticket);
        return new StatusLink(ticket, null);
    }

    private static String name(@Nullable Principal sender) {
        return sender == null ? "api" : sender.getName();
    }

    private static NotFoundException unknown(String number) {
        return new NotFoundException("No ticket has the number " + number, "Look for it with GET /api/tickets?q=.");
    }
}

package io.redress.api.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.lifecycle.ParsedUpdate;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketLifecycle.Result;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.update.TicketUpdateHandler;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** News of tickets from systems downstream and from operators. */
@RestController
@RequiresPermission(value = Permission.TICKETS_WRITE, scoped = true)
@RequestMapping("/api/tickets/{number}/updates")
@Tag(name = "Tickets")
class UpdatesApi {

    private final TicketLifecycle lifecycle;
    private final ObjectMapper json;

    UpdatesApi(TicketLifecycle lifecycle, ObjectMapper json) {
        this.lifecycle = lifecycle;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Update a ticket",
            description =
                    "Taken up, answered, solved … Each update has an id of its sender's; the same id again changes"
                            + " nothing; an unknown member is refused. The same as a message on queue tickets.updates.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = TicketUpdate.class))))
    ResponseEntity<Object> update(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number,
            @RequestBody String body,
            @Nullable Principal sender) {
        TicketUpdate update =
                read(body, ParameterValue.ticketNumber(number)).from(sender == null ? "api" : sender.getName());
        String problem = TicketUpdateHandler.problem(update);
        if (problem != null) {
            throw new InvalidParameterException("body", problem);
        }
        Result result = lifecycle.apply(update);
        if (result.outcome() == Outcome.UNKNOWN) {
            throw new NotFoundException(
                    "No ticket has the number " + update.ticket(), "Look for it with GET /api/tickets?q=.");
        }
        if (result.outcome() == Outcome.REFUSED) {
            throw ApiProblem.conflict(
                    "The update does not fit the ticket: " + result.reason(),
                    "See the ticket's status and history with GET /api/tickets/" + update.ticket() + ".");
        }
        return ResponseEntity.ok(
                new Taken(result.outcome().key(), Objects.requireNonNull(result.status()), result.reason()));
    }

    /**
     * What became of an update.
     *
     * @param outcome {@code applied}, {@code repeated} or {@code late}
     * @param status the ticket's, afterwards
     * @param reason why the ticket was not changed
     */
    record Taken(
            String outcome, TicketStatus status, @Nullable String reason) {}

    private TicketUpdate read(String body, String number) {
        ParsedUpdate parsed = ParsedUpdate.of(body, number, json);
        if (parsed instanceof ParsedUpdate.Refused refused) {
            throw new InvalidParameterException("body", refused.reason());
        }
        return ((ParsedUpdate.Read) parsed).update();
    }
}

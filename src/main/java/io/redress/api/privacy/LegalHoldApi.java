package io.redress.api.privacy;

import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.ledger.privacy.LegalHolds;
import io.redress.ledger.privacy.LegalHolds.Hold;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a ticket from being forgotten or aged out while a dispute lasts. */
@RestController
@RequiresPermission(Permission.PERSONS_FORGET)
@RequestMapping("/api/tickets/{number}/legal-hold")
@Tag(name = "Tickets")
class LegalHoldApi {

    private static final String NUMBER = "A ticket's number";
    private static final int LONGEST = 500;

    private final LegalHolds holds;

    LegalHoldApi(LegalHolds holds) {
        this.holds = holds;
    }

    /** @param reason for whoever asks why the ticket is kept, such as a case number; 500 characters at most */
    record Placed(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Get a ticket's legal hold", description = "Why the ticket is kept, since when and by whom.")
    Hold get(@PathVariable @Parameter(description = NUMBER) String number) {
        return holds.find(ParameterValue.ticketNumber(number)).orElseThrow(() -> none(number));
    }

    @PutMapping
    @Operation(
            summary = "Place a legal hold",
            description = "Nothing of the ticket is removed until it ends. Placed again it gets the other reason.")
    Hold place(
            @PathVariable @Parameter(description = NUMBER) String number,
            @RequestBody Placed placed,
            @Nullable Principal by) {
        String reason = ParameterValue.text(placed.reason());
        if (reason == null || reason.length() > LONGEST) {
            throw new InvalidParameterException(
                    "reason", "reason must be there, in " + LONGEST + " characters at most");
        }
        String ticket = ParameterValue.ticketNumber(number);
        if (!holds.place(ticket, reason, by == null ? "api" : by.getName())) {
            throw new NotFoundException("No ticket has the number " + ticket, "Look for it with GET /api/tickets?q=.");
        }
        return get(ticket);
    }

    @DeleteMapping
    @Operation(summary = "End a legal hold", description = "The ticket can be forgotten again, and ages.")
    ResponseEntity<Void> end(@PathVariable @Parameter(description = NUMBER) String number, @Nullable Principal by) {
        if (!holds.end(ParameterValue.ticketNumber(number), by == null ? "api" : by.getName())) {
            throw none(number);
        }
        return ResponseEntity.noContent().build();
    }

    private static NotFoundException none(String number) {
        return new NotFoundException(
                "No legal hold is on " + number, "See the ticket's history with GET /api/tickets/{number}.");
    }
}

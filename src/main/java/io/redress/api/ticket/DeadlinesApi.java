package io.redress.api.ticket;

import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.ParameterValue;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.servicelevel.clock.DeadlineExplainer;
import io.redress.servicelevel.clock.DeadlineExplainer.Explained;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a ticket is due when it is. */
@RestController
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@Tag(name = "Tickets")
class DeadlinesApi {

    private final DeadlineExplainer deadlineExplainer;

    DeadlinesApi(DeadlineExplainer deadlineExplainer) {
        this.deadlineExplainer = deadlineExplainer;
    }

    @GetMapping("/api/tickets/{number}/deadlines")
    @Operation(
            summary = "Explain a ticket's deadlines",
            description =
                    "Each clock with the limit, the calendar's days, the pauses and the marks that made its due time.")
    Page<Explained> explain(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number) {
        String canonical = ParameterValue.ticketNumber(number);
        List<Explained> clocks = deadlineExplainer.of(canonical);
        if (clocks.isEmpty()) {
            throw new NotFoundException(
                    "No ticket has the number " + canonical, "Look for it with GET /api/tickets?q=.");
        }
        return new Page<>(clocks, null);
    }
}

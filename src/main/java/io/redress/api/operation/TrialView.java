package io.redress.api.operation;

import io.redress.offline.DryRunResult;
import io.redress.ticket.Ticket;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would become of an original. */
public record TrialView(
        boolean opensTicket,

        @Schema(description = "The outcome in words, of a file of calls row by row")
        List<String> lines,

        @Schema(description = "Where the ticket would be sent; absent without one", example = "complaints.mismatch")
        @Nullable
        String queue,

        @Schema(
                description = "What the channel proved about the sender; absent without a ticket",
                allowableValues = {"proved", "unproved", "failed"})
        @Nullable
        String proof,

        @Schema(description = "Whether the customer would be told the number by a message; absent without a ticket")
        @Nullable
        Boolean acknowledged,

        @Schema(description = "With a sample number; absent when none would be opened, or several") @Nullable
        Ticket ticket) {

    static TrialView of(DryRunResult result) {
        DryRunResult.Judged judged = result.judged();
        return new TrialView(
                result.opensTicket(),
                result.lines(),
                judged == null ? null : judged.queue(),
                judged == null ? null : judged.proof(),
                judged == null ? null : judged.acknowledged(),
                result.ticket());
    }
}

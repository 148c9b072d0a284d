package io.redress.api.delivery;

import io.redress.api.ParameterValue;
import io.redress.ledger.delivery.DeliveryReplay;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which deliveries are to be tried again, as the parameters come; none of them means all that were refused. */
record DeliveryReplayFilter(
        @Parameter(
                description = "A ticket's number: all its deliveries, those that were taken included",
                example = "R-260701-7K9Q2M")
        @Nullable
        String ticket,

        @Parameter(
                description = "The ticket came in at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "The ticket came in before this time, or this day in UTC", example = "2026-07-02")
        @Nullable
        String to,

        @Parameter(description = "Part of the answer with which it was refused", example = "422") @Nullable
        String reason,

        @Parameter(
                description = "Also deliver tickets that the target never was to get, such as those from before it was"
                        + " connected",
                schema = @Schema(type = "boolean", defaultValue = "false"))
        @Nullable
        String missing) {

    DeliveryReplay.Which which() {
        return new DeliveryReplay.Which(
                ParameterValue.text(ticket),
                ParameterValue.instant("from", from),
                ParameterValue.instant("to", to),
                ParameterValue.text(reason));
    }

    boolean alsoMissing() {
        return Boolean.TRUE.equals(ParameterValue.flag("missing", missing));
    }
}

package io.redress.api.callback;

import io.redress.api.ParameterValue;
import io.redress.callback.CallbackState;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ticket.KeyedEnum;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of callbacks, as they come. */
record CallbackFilter(
        @Parameter(
                description = "Where the callbacks stand; due: given out, the outcome is waited for",
                schema = @Schema(allowableValues = {"planned", "due", "done", "cancelled"}))
        @Nullable
        String state,

        @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") @Nullable
        String ticket,

        @Parameter(
                description = "Slot begins at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "Slot begins before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to) {

    private static final List<String> STATES = KeyedEnum.keys(CallbackState.class);

    CallbackQueries.Search search() {
        return new CallbackQueries.Search(
                ParameterValue.oneOf("state", state, STATES),
                ParameterValue.text(ticket),
                ParameterValue.instant("from", from),
                ParameterValue.instant("to", to));
    }
}

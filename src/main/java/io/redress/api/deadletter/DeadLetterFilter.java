package io.redress.api.deadletter;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of messages that failed. */
record DeadLetterFilter(
        @Parameter(description = "Words in the reason, in any case", example = "not a member") @Nullable
        String reason,

        @Parameter(
                description = "Failed at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "Failed before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to) {

    DeadLetterSelection selection() {
        return new DeadLetterSelection(null, reason, from, to);
    }
}

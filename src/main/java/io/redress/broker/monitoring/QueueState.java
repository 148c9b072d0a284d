package io.redress.broker.monitoring;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much waits in a queue, and for how long. */
public record QueueState(
        @Schema(example = "complaints.mismatch") String name,

        @Schema(description = "Messages that wait", example = "3")
        long depth,

        @Schema(description = "How long the oldest has waited, in seconds; absent when none waits", example = "12")
        @Nullable
        Long oldestAgeSeconds,

        @Schema(description = "Who takes from it; absent when the broker does not tell", example = "2") @Nullable
        Long consumers,

        @Schema(
                description =
                        "Messages a minute that were taken from it within the last five minutes; absent while nobody knows",
                example = "4.5")
        @Nullable
        Double takenPerMinute) {}

package io.redress.health.target;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A target, and how its deliveries stand. */
public record TargetState(
        @Schema(description = "Its name, and that of its file in routes/delivery", example = "crm")
        String name,

        @Schema(description = "Whether a file connects it") boolean connected,

        @Schema(description = "File of config/mappings/targets") @Nullable
        String mapping,

        @Schema(
                description = "The circuit breaker of this node; none: it does not run here",
                allowableValues = {"closed", "open", "half-open", "none"})
        String breaker,

        @Schema(description = "Whether its deliveries are held back")
        boolean paused,

        @Schema(description = "Whose key paused it") @Nullable
        String pausedBy,

        @Nullable Instant pausedAt,

        @Schema(description = "The target asked for nothing before this time") @Nullable
        Instant notBefore,

        @Schema(description = "Deliveries that wait") long waiting,

        @Schema(description = "How long the oldest has waited; 0 when none waits")
        long lagSeconds,

        @Schema(description = "Deliveries that it refused for good")
        long refused,

        @Schema(description = "Deliveries that it took within the last hour")
        long deliveredLastHour,

        @Schema(description = "Its answer to the last one that failed and still waits, or was refused") @Nullable
        String lastError,

        @Nullable Instant lastErrorAt,

        @Schema(description = "What is wrong with its canary") @Nullable
        String canary,

        @Schema(description = "Why what people did there could not be read at this node's last look") @Nullable
        String newsError,

        @Schema(description = "Since when it cannot be read") @Nullable
        Instant newsUnreadSince,

        @Schema(description = "Whether it has been paused for so long that the pause seems forgotten")
        boolean pauseForgotten,

        @Schema(
                description =
                        "False while its breaker is not closed, something has waited too long, its canary fails, its updates could not be read"
                                + " for too long, or its pause seems forgotten")
        boolean healthy) {}

package io.redress.ops;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a channel does its work. */
public record ChannelHealth(
        @Schema(description = "false when it is stopped, cannot poll, or is silent for too long")
        boolean healthy,

        @Schema(description = "Since when it has been so") Instant since,

        @Schema(description = "What is wrong; absent when nothing is") @Nullable
        String problem,

        @Schema(description = "The last error, without secrets; absent when there was none") @Nullable
        String error) {}

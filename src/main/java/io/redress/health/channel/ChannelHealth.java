package io.redress.health.channel;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a channel does its work. */
public record ChannelHealth(
        @Schema(description = "false when it is stopped, cannot do all of its work, or is silent for too long")
        boolean healthy,

        @Schema(description = "Since when it has been so") Instant since,

        @Schema(description = "What is wrong; absent when nothing is") @Nullable
        String problem,

        @Schema(description = "What can be done about it; absent when the hub cannot say") @Nullable
        String remedy,

        @Schema(description = "What the other side or the system said, without secrets; absent when it said nothing")
        @Nullable
        String error) {}

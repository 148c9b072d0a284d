package io.redress.health.channel;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A channel: what it is, what came through it, and whether it does its work. */
public record ChannelState(
        @Schema(description = "That of its file in routes/channels", example = "web")
        String name,

        @Schema(
                description = "Its kamelet without -source; absent when the channel is connected no more",
                example = "web-form")
        @Nullable
        String kind,

        @Schema(
                description =
                        "started, stopped …; paused by an operator; standby while it is the leading node that takes it, and this one"
                                + " does not lead; removed when no route file has it",
                example = "started")
        String state,

        @Schema(description = "When the last item arrived; absent when none did") @Nullable
        Instant lastArrival,

        @Schema(description = "How many items ended or stand where", example = "{\"ticketed\":12,\"duplicate\":1}")
        Map<String, Long> items,

        @Schema(description = "Who paused it; absent unless it is paused", example = "wang.li") @Nullable
        String pausedBy,

        @Schema(description = "Since when it is paused; absent unless it is") @Nullable
        Instant pausedAt,

        @Schema(description = "Whether the hub fetches from it, so that it can be polled now")
        boolean polled,

        @Schema(description = "Absent when the channel is connected no more") @Nullable
        ChannelHealth health) {

    /** Whether an operator paused it. */
    public boolean paused() {
        return pausedAt != null;
    }

    public boolean healthy() {
        return health == null || health.healthy();
    }
}

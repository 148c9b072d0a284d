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
                        "started, stopped, suspended …; standby while it is the leading node that takes it, and this one"
                                + " does not lead; removed when no route file has it",
                example = "started")
        String state,

        @Schema(description = "When the last item arrived; absent when none did") @Nullable
        Instant lastArrival,

        @Schema(description = "How many items ended or stand where", example = "{\"ticketed\":12,\"duplicate\":1}")
        Map<String, Long> items,

        @Schema(description = "Absent when the channel is connected no more") @Nullable
        ChannelHealth health) {

    public boolean healthy() {
        return health == null || health.healthy();
    }
}

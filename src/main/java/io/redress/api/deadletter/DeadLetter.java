package io.redress.api.deadletter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that failed, without what is in it. */
public record DeadLetter(
        @Schema(description = "Its name, which a move within the queue does not change", example = "ID:hub-1:7:1:1:1")
        String id,

        @Schema(description = "When it failed by the hub's clock; where nobody wrote that down, when it was sent")
        Instant failedAt,

        @Schema(description = "What is wrong", example = "'solvd' is not a member of an update") @Nullable
        String reason,

        @Schema(description = "What to do about it") @Nullable
        String remedy,

        @Schema(description = "The user of the broker who sent it first; absent for the hub itself", example = "erp")
        @Nullable
        String sender,

        @Schema(description = "The item whose report it is") @Nullable
        String item,

        @Schema(description = "The ticket that it names", example = "R-260701-7K9Q2M") @Nullable
        String ticket,

        @Schema(
                description = "What its body is",
                allowableValues = {"text", "bytes", "other"})
        String type,

        @Schema(description = "Characters of a text, bytes of others", example = "412")
        long size) {

    /** By which one pass over a queue knows what it has seen: a replayed item fails under a report with another id. */
    String key() {
        return item == null ? id : "item " + item;
    }
}

package io.redress.api.item;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a replay set in motion. */
public record Replayed(
        @Schema(description = "How many messages were handed off again", example = "1")
        int messages,

        @Schema(description = "How many were chosen, but can only be looked at or discarded", example = "0")
        int kept) {}

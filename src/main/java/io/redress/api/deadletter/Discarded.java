package io.redress.api.deadletter;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a discard removed. */
public record Discarded(
        @Schema(description = "How many messages were removed for good", example = "1")
        int messages) {}

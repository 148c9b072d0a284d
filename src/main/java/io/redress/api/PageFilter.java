package io.redress.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parameters of a list that has no filter. */
public record PageFilter(
        @Parameter(
                description = "How many a page holds",
                schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        String size,

        @Parameter(description = "The 'next' of the page before; none for the first page") @Nullable
        String cursor) {}

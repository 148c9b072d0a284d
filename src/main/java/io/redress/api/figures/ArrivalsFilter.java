package io.redress.api.figures;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose arrivals are counted. */
record ArrivalsFilter(
        @Parameter(description = "As with GET /api/figures", example = "2026-07-01") @Nullable
        String from,

        @Parameter(description = "As with GET /api/figures", example = "2026-08-01") @Nullable
        String to,

        @Parameter(
                description = "csv or xlsx for a table, as with Accept",
                schema =
                        @Schema(
                                allowableValues = {"json", "csv", "xlsx"},
                                defaultValue = "json"))
        @Nullable
        String format) {}

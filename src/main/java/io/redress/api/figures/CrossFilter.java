package io.redress.api.figures;

import io.redress.api.InvalidParameterException;
import io.redress.figures.FigureGrouping;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which figure by which two things. */
record CrossFilter(
        @Parameter(description = "As with GET /api/figures", example = "2026-07-01") @Nullable
        String from,

        @Parameter(description = "As with GET /api/figures", example = "2026-08-01") @Nullable
        String to,

        @Parameter(description = "A figure's key; received if none is given", example = "in-time") @Nullable
        String figure,

        @Parameter(description = "What the rows are, as with GET /api/figures", example = "category") @Nullable
        String by,

        @Parameter(description = "What the columns are, the same", example = "channel") @Nullable
        String across,

        @Parameter(
                description = "csv or xlsx for a table, as with Accept",
                schema =
                        @Schema(
                                allowableValues = {"json", "csv", "xlsx"},
                                defaultValue = "json"))
        @Nullable
        String format) {

    FigureGrouping rows() {
        return needed("by", by);
    }

    FigureGrouping columns() {
        return needed("across", across);
    }

    private static FigureGrouping needed(String name, @Nullable String value) {
        FigureGrouping grouping = FigureParameters.grouping(name, value);
        if (grouping == null) {
            throw new InvalidParameterException(name, name + " is needed, such as " + name + "=category");
        }
        return grouping;
    }
}

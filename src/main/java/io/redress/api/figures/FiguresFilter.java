package io.redress.api.figures;

import io.redress.figures.FigureGrouping;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which figures are asked for, as the parameters come. */
record FiguresFilter(
        @Parameter(
                description = "Counted at or after this day of the shop's zone, or time (ISO 8601 with offset);"
                        + " the Monday of this week if none is given",
                example = "2026-07-01")
        @Nullable
        String from,

        @Parameter(
                description = "Counted before this day or time; now if none is given. At most 800 days after 'from'",
                example = "2026-08-01")
        @Nullable
        String to,

        @Parameter(
                description = "What the figures are divided by; only the total if none is given",
                schema =
                        @Schema(
                                allowableValues = {
                                    "category",
                                    "channel",
                                    "product",
                                    "store",
                                    "week",
                                    "month",
                                    "hour",
                                    "carrier",
                                    "team",
                                    "person",
                                    "priority"
                                }))
        @Nullable
        String by,

        @Parameter(
                description = "csv or xlsx for a table, as with Accept",
                schema =
                        @Schema(
                                allowableValues = {"json", "csv", "xlsx"},
                                defaultValue = "json"))
        @Nullable
        String format) {

    @Nullable
    FigureGrouping grouping() {
        return FigureParameters.grouping("by", by);
    }
}

package io.redress.api.figures;

import io.redress.api.InvalidParameterException;
import io.redress.figures.FigureGrouping;
import io.redress.figures.detail.FigureSelection;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which number's tickets are asked for. */
public record FigureTicketsFilter(
        @Parameter(description = "As with GET /api/figures", example = "2026-07-01") @Nullable
        String from,

        @Parameter(description = "As with GET /api/figures", example = "2026-08-01") @Nullable
        String to,

        @Parameter(description = "A figure's key; received if none is given", example = "in-time") @Nullable
        String figure,

        @Parameter(description = "What the figures are divided by, if they are", example = "category") @Nullable
        String by,

        @Parameter(
                description = "The group's key; the tickets that belong to none if it is left out",
                example = "quality")
        @Nullable
        String key,

        @Parameter(description = "What they are divided by besides", example = "channel") @Nullable
        String across,

        @Parameter(description = "The second group's key", example = "web-form") @Nullable
        String column) {

    /** The number that is asked for. */
    public FigureSelection selection(ZoneId zone, Instant now) {
        FigureGrouping rows = FigureParameters.grouping("by", by);
        FigureGrouping columns = FigureParameters.grouping("across", across);
        only("key", key, rows, "by");
        only("column", column, columns, "across");
        return new FigureSelection(
                FigureParameters.period(from, to, zone, now),
                FigureParameters.figure(figure),
                rows,
                Objects.requireNonNullElse(key, ""),
                columns,
                Objects.requireNonNullElse(column, ""));
    }

    private static void only(String name, @Nullable String value, @Nullable FigureGrouping with, String other) {
        if (value != null && !value.isEmpty() && with == null) {
            throw new InvalidParameterException(name, name + " counts only together with " + other);
        }
    }
}

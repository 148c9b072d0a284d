package io.redress.console.figures;

import io.redress.api.figures.FigureParameters;
import io.redress.console.PageAddress;
import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page of figures is asked for, as its address says it.
 *
 * @param period one of {@link PeriodChoice#KEYS}
 * @param from first day, in the shop's zone; then {@code period} does not count
 * @param to last day, in the shop's zone
 * @param by what is divided by
 * @param across what is divided by besides
 * @param figure the one that is shown by two things
 */
public record FiguresQuery(
        @Nullable String period,
        @Nullable String from,
        @Nullable String to,
        @Nullable String by,
        @Nullable String across,
        @Nullable String figure) {

    PeriodChoice period(ZoneId zone, Instant now) {
        return PeriodChoice.of(period, from, to, zone, now);
    }

    FigureGrouping rows() {
        FigureGrouping grouping = FigureParameters.grouping("by", by);
        return grouping == null ? FigureGrouping.CATEGORY : grouping;
    }

    /** Null when nothing is divided further. */
    @Nullable
    FigureGrouping columns() {
        return FigureParameters.grouping("across", across);
    }

    Figure which() {
        return FigureParameters.figure(figure);
    }

    /** The address of a page or file of the same. */
    String address(String path, Map<String, String> more) {
        var address = new PageAddress(path)
                .with("period", period)
                .with("from", from)
                .with("to", to)
                .with("by", by)
                .with("across", across)
                .with("figure", figure);
        more.forEach(address::exactly);
        return address.toString();
    }
}

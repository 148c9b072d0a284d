package io.redress.figures;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period.
 *
 * @param zone of the shop, by which weeks are told apart
 * @param by null: only the total
 * @param rows weeks in their order, else the groups with the most complaints first
 * @param omitted how many groups with fewer complaints are left out
 */
public record FigureTable(
        TimePeriod period,
        ZoneId zone,
        @Nullable FigureGrouping by,
        FigureRow total,
        List<FigureRow> rows,
        int omitted) {}

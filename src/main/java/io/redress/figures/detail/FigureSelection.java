package io.redress.figures.detail;

import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * One number of the figures: what its tickets are asked for by.
 *
 * @param by null: the whole period
 * @param key of the group
 * @param across null: not divided further
 * @param column key of the second group
 */
public record FigureSelection(
        TimePeriod period,
        Figure figure,
        @Nullable FigureGrouping by,
        String key,
        @Nullable FigureGrouping across,
        String column) {}

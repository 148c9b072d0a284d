package io.redress.figures.rise;

import io.redress.figures.FigureGrouping;

/**
 * What complaints are counted for.
 *
 * @param kind {@code category} or {@code product}
 * @param name the category's key or the product's name, as {@link FigureGrouping} has them
 */
public record SeriesKey(FigureGrouping kind, String name) {}

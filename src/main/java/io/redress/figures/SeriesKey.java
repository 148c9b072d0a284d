package io.redress.figures;

/**
 * What complaints are counted for.
 *
 * @param kind {@code category} or {@code product}
 * @param name the category's key or the product's name, as {@link Grouping} has them
 */
public record SeriesKey(Grouping kind, String name) {}

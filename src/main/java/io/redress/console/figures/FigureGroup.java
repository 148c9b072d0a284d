package io.redress.console.figures;

import java.util.List;

/**
 * A line of a table by groups.
 *
 * @param name in words
 * @param values in the order of the columns
 */
public record FigureGroup(String name, List<FigureCell> values) {}

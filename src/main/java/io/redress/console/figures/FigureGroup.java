package io.redress.console.figures;

import java.util.List;

/**
 * The figures of one group.
 *
 * @param name in words
 * @param address of its tickets; empty where no list has just these
 * @param values in the order of {@link FiguresPage#COLUMNS}
 */
public record FigureGroup(String name, String address, List<String> values) {}

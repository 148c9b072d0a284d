package io.redress.console.figures;

import io.redress.figures.FigureValue;

/**
 * A number of a table.
 *
 * @param value for people to read; empty when nothing was counted
 * @param plain for a chart; empty when nothing was counted
 * @param address of the tickets behind it; empty where there is no list of just these
 */
public record FigureCell(String value, String plain, String address) {

    static FigureCell of(FigureValue figure, String address) {
        Double value = figure.value();
        return value == null
                ? new FigureCell("", "", "")
                : new FigureCell(figure.unit().told(value), value.toString(), figure.of() == 0 ? "" : address);
    }
}

package io.redress.simulation;

import io.redress.simulation.ReportSection.Column;
import io.redress.simulation.ReportSection.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A section as horizontal bars, with the table of all its figures. Lengths are units of the drawing.
 *
 * @param columns the table's head
 * @param rows the table's cells as they are read, the label first
 * @param description the same for those who do not see it
 */
public record SectionChart(
        String title, List<String> columns, List<List<String>> rows, String description, List<Bar> bars, int height) {

    private static final int THICKNESS = 14;
    private static final int GAP = 8;
    private static final int ZERO = 280;
    private static final int LONGEST = 230;
    private static final int WIDTH = 590;

    /**
     * @param label empty at the second bar of a row
     * @param side {@code A} or {@code B}: of which result
     */
    public record Bar(String label, int labelAt, String side, int top, int width, String value) {}

    static SectionChart of(SectionComparison comparison) {
        // The sum of the others would dwarf them.
        List<Row> drawn = comparison.rows().stream()
                .filter(row -> !row.label().equals(SimulationReport.ALL))
                .toList();
        double most = drawn.stream()
                .flatMap(row -> comparison.charted(row).stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double whole = comparison.columns().get(0).share() ? 1 : Math.max(1, most);
        List<List<String>> cells =
                comparison.rows().stream().map(row -> cells(comparison, row)).toList();
        var bars = new ArrayList<Bar>();
        int top = GAP;
        for (Row row : drawn) {
            List<Double> values = comparison.charted(row);
            for (int side = 0; side < values.size(); side++) {
                double value = Double.isNaN(values.get(side)) ? 0 : values.get(side);
                bars.add(new Bar(
                        side == 0 ? row.label() : "",
                        top + 11 + (values.size() - 1) * THICKNESS / 2,
                        side == 0 ? "A" : "B",
                        top,
                        (int) Math.round(value / whole * LONGEST),
                        comparison.shown(values.get(side), side)));
                top += THICKNESS;
            }
            top += GAP;
        }
        return new SectionChart(
                comparison.title(),
                comparison.columns().stream().map(Column::name).toList(),
                cells,
                description(comparison, cells),
                bars,
                top);
    }

    public int width() {
        return WIDTH;
    }

    public int zero() {
        return ZERO;
    }

    public int thickness() {
        return THICKNESS;
    }

    private static List<String> cells(SectionComparison comparison, Row row) {
        var cells = new ArrayList<String>(List.of(row.label()));
        for (int i = 0; i < row.values().size(); i++) {
            cells.add(comparison.shown(row.values().get(i), i));
        }
        return cells;
    }

    private static String description(SectionComparison comparison, List<List<String>> cells) {
        int last = comparison.results();
        return String.join(
                "; ",
                cells.stream()
                        .map(row -> row.get(0) + " " + String.join(" and ", row.subList(1, 1 + last)))
                        .toList());
    }
}

package io.redress.simulation;

import io.redress.simulation.ReportSection.Column;
import io.redress.simulation.ReportSection.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A section of one result, or of two side by side: then each column comes three times, for the first, for the second and
 * for the difference.
 *
 * @param results how many: 1 or 2
 */
record SectionComparison(String title, List<Column> columns, List<Row> rows, int results) {

    private static final int BOTH = 2;
    private static final int WITH_DIFFERENCE = 3;

    static List<SectionComparison> of(List<SimulationResult> results) {
        Set<String> titles = new LinkedHashSet<>();
        results.forEach(result -> result.sections().forEach(section -> titles.add(section.title())));
        return titles.stream().map(title -> of(title, results)).toList();
    }

    private static SectionComparison of(String title, List<SimulationResult> results) {
        List<ReportSection> sections = results.stream()
                .flatMap(result -> result.sections().stream())
                .filter(section -> section.title().equals(title))
                .toList();
        ReportSection first = sections.get(0);
        if (results.size() < BOTH) {
            return new SectionComparison(title, first.columns(), first.rows(), 1);
        }
        List<Map<String, Row>> sides = results.stream()
                .map(result -> result.sections().stream()
                        .filter(section -> section.title().equals(title))
                        .findFirst()
                        .map(ReportSection::byLabel)
                        .orElse(Map.of()))
                .toList();
        var columns = new ArrayList<Column>();
        for (Column column : first.columns()) {
            columns.add(new Column(column.name() + " A", column.share()));
            columns.add(new Column("B", column.share()));
            columns.add(new Column("B-A", column.share()));
        }
        Set<String> labels = new LinkedHashSet<>();
        sides.forEach(side -> labels.addAll(side.keySet()));
        List<Row> rows =
                labels.stream().map(label -> row(label, first.columns(), sides)).toList();
        return new SectionComparison(title, columns, rows, BOTH);
    }

    private static Row row(String label, List<Column> columns, List<Map<String, Row>> sides) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < columns.size(); i++) {
            double a = value(sides.get(0).get(label), i, columns.get(i));
            double b = value(sides.get(1).get(label), i, columns.get(i));
            values.addAll(List.of(a, b, b - a));
        }
        return new Row(label, values);
    }

    private static double value(@org.jspecify.annotations.Nullable Row row, int column, Column of) {
        return row != null ? row.values().get(column) : of.share() ? Double.NaN : 0;
    }

    /** A figure as it is read: {@code 1,204}, {@code 93.4 %}, {@code +12}; a dash where there is none. */
    String shown(double value, int column) {
        if (Double.isNaN(value)) {
            return "–";
        }
        boolean difference = results == BOTH && column % WITH_DIFFERENCE == BOTH;
        String form = columns.get(column).share() ? "%.1f %%" : "%,.0f";
        String text = String.format(Locale.ROOT, form, columns.get(column).share() ? value * 100 : value);
        return difference && value > 0 ? "+" + text : text;
    }

    /** The figures that a chart shows: those of the first column, for each result. */
    List<Double> charted(Row row) {
        return row.values().subList(0, results);
    }
}

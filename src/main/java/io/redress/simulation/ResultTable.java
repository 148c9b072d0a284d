package io.redress.simulation;

import io.redress.simulation.ReportSection.Column;
import io.redress.simulation.ReportSection.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as text for a terminal; of two, each figure beside the other and the difference. */
public final class ResultTable {

    private ResultTable() {}

    /** @param results one, or two of the same customers */
    public static List<String> lines(List<SimulationResult> results) {
        var lines = new ArrayList<String>();
        lines.add(what(results));
        for (SectionComparison comparison : SectionComparison.of(results)) {
            lines.add("");
            lines.addAll(table(comparison));
        }
        return lines;
    }

    /** What was simulated, in a line. */
    static String what(List<SimulationResult> results) {
        SimulationResult first = results.get(0);
        return String.format(
                Locale.ROOT,
                "%d days from %s, %,.0f complaints a day, seed %d: %s",
                first.days(),
                first.from(),
                first.perDay(),
                first.seed(),
                String.join(
                        " and ", results.stream().map(SimulationResult::config).toList()));
    }

    private static List<String> table(SectionComparison comparison) {
        List<List<String>> cells = new ArrayList<>();
        var head = new ArrayList<String>(List.of(comparison.title()));
        comparison.columns().stream().map(Column::name).forEach(head::add);
        cells.add(head);
        for (Row row : comparison.rows()) {
            var line = new ArrayList<String>(List.of(row.label()));
            for (int i = 0; i < row.values().size(); i++) {
                line.add(comparison.shown(row.values().get(i), i));
            }
            cells.add(line);
        }
        return aligned(cells);
    }

    private static List<String> aligned(List<List<String>> cells) {
        var lines = new ArrayList<String>();
        for (List<String> row : cells) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = cells.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                String pad = " ".repeat(width - row.get(i).length());
                line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}

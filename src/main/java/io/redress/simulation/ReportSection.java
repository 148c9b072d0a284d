package io.redress.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that belong together: a table, and a chart of its first column.
 *
 * @param columns what is counted
 * @param rows in the order in which they are shown
 */
public record ReportSection(String title, List<Column> columns, List<Row> rows) {

    /** @param share true for a part of one, shown as a percentage */
    public record Column(String name, boolean share) {

        public static Column count(String name) {
            return new Column(name, false);
        }

        public static Column share(String name) {
            return new Column(name, true);
        }
    }

    /** @param values one for each column; not a number where there is none */
    public record Row(String label, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }

        static Row of(String label, double... values) {
            return new Row(label, java.util.Arrays.stream(values).boxed().toList());
        }
    }

    public ReportSection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A section of one column. */
    static ReportSection counts(String title, String column, Map<String, ? extends Number> counts) {
        return new ReportSection(
                title,
                List.of(Column.count(column)),
                counts.entrySet().stream()
                        .map(entry -> Row.of(entry.getKey(), entry.getValue().doubleValue()))
                        .toList());
    }

    /** The rows by label. */
    Map<String, Row> byLabel() {
        var labels = new LinkedHashMap<String, Row>();
        rows.forEach(row -> labels.put(row.label(), row));
        return labels;
    }
}

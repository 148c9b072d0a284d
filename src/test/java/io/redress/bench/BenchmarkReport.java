package io.redress.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows that were measured, as a table for people and as JSON for programs. */
final class BenchmarkReport {

    static final String PER_SECOND = "/s";
    private static final String TIMES = "times";
    /** Rows of the limits that rates of the hub are set beside, and the row of the hub that growth is set beside. */
    static final String RAW = "raw broker: one send at a time";

    static final String RAW_BATCH = "raw broker: transactions of many";
    static final String TWO_HOPS = "raw broker: by way of a queue before";
    static final String RAW_CPU = "raw broker: CPU for a message";
    static final String FLOW = "to queue, steady";

    private static final String FORMAT = "%-8s %-44s %-5s %11s %23s %6s %6s %6s %6s%n";

    private final Map<String, Object> head = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** One figure: what it was in each round. */
    record Row(String phase, String name, String unit, List<Double> rounds) {

        double median() {
            return BenchmarkReport.median(rounds);
        }

        double min() {
            return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        double max() {
            return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    void head(String name, Object value) {
        head.put(name, value);
    }

    void note(String note) {
        notes.add(note);
    }

    void row(String phase, String name, String unit, List<Double> rounds) {
        var row = new Row(phase, name, unit, List.copyOf(rounds));
        rows.add(row);
        System.out.print(line(row));
    }

    void row(String phase, String name, String unit, double value) {
        row(phase, name, unit, List.of(value));
    }

    /** How many times another figure this one is; no row where the other was not measured. */
    void times(String phase, String name, double value, Optional<Double> base) {
        base.ifPresent(other -> row(phase, name, TIMES, value / other));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The middle and the slowest hundredth of times in milliseconds, which ascend. */
    void percentiles(String phase, String name, double[] ascending) {
        for (int percent : List.of(50, 99)) {
            int rank = (int) Math.ceil(percent / 100.0 * ascending.length);
            row(phase, name + ", p" + percent, "ms", ascending[Math.max(0, rank - 1)]);
        }
    }

    Optional<Double> median(String phase, String name) {
        return rows.stream()
                .filter(row -> row.phase().equals(phase) && row.name().equals(name))
                .findFirst()
                .map(Row::median);
    }

    String table() {
        var table = new StringBuilder(System.lineSeparator());
        head.forEach(
                (name, value) -> table.append(name).append(": ").append(value).append(System.lineSeparator()));
        table.append(
                FORMAT.formatted("phase", "figure", "unit", "median", "min - max", "raw", "batch", "2 hops", "empty"));
        rows.forEach(row -> table.append(line(row)));
        notes.forEach(note -> table.append("* ").append(note).append(System.lineSeparator()));
        return table.toString();
    }

    void write(Path folder) throws IOException {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("phase", row.phase());
            figure.put("figure", row.name());
            figure.put("unit", row.unit());
            figure.put("median", row.median());
            figure.put("min", row.min());
            figure.put("max", row.max());
            figure.put("rounds", row.rounds());
            Map<String, Double> ratios = new LinkedHashMap<>();
            ratio(row, "limits", RAW).ifPresent(ratio -> ratios.put("ofRaw", ratio));
            ratio(row, "limits", RAW_BATCH).ifPresent(ratio -> ratios.put("ofRawBatch", ratio));
            ratio(row, "limits", TWO_HOPS).ifPresent(ratio -> ratios.put("ofRawTwoHops", ratio));
            if (GrowthBenchmark.PHASES.contains(row.phase())) {
                ratio(row, "queue", FLOW).ifPresent(ratio -> ratios.put("ofEmpty", ratio));
            }
            figure.put("ratios", ratios);
            figures.add(figure);
        }
        Map<String, Object> document = new LinkedHashMap<>(head);
        document.put("figures", figures);
        document.put("notes", notes);
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        json.writeValue(folder.resolve("bench.json").toFile(), document);
        Files.writeString(folder.resolve("bench.txt"), table());
    }

    private String line(Row row) {
        return FORMAT.formatted(
                row.phase(),
                row.name(),
                row.unit(),
                shown(row.median()),
                row.rounds().size() == 1 ? "" : shown(row.min()) + " - " + shown(row.max()),
                percent(ratio(row, "limits", RAW)),
                percent(ratio(row, "limits", RAW_BATCH)),
                percent(ratio(row, "limits", TWO_HOPS)),
                GrowthBenchmark.PHASES.contains(row.phase()) ? percent(ratio(row, "queue", FLOW)) : "");
    }

    /** Only rates are set beside rates. */
    private Optional<Double> ratio(Row row, String phase, String name) {
        return row.unit().equals(PER_SECOND) ? median(phase, name).map(base -> row.median() / base) : Optional.empty();
    }

    private static String percent(Optional<Double> ratio) {
        return ratio.map(share -> String.format(Locale.ROOT, "%.0f %%", share * 100))
                .orElse("");
    }

    private static String shown(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.5f";
        return String.format(Locale.ROOT, format, value);
    }
}

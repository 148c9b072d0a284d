package io.redress.simulation;

import java.time.LocalDate;
import java.util.List;

/**
 * What a configuration did with the complaints of a run. Two runs of the same seed and configuration are equal.
 *
 * @param config the folder
 * @param from the first day
 * @param sections never empty
 */
public record SimulationResult(
        String config, LocalDate from, int days, double perDay, long seed, List<ReportSection> sections) {

    public SimulationResult {
        sections = List.copyOf(sections);
    }

    /** A figure; not a number when there is none. */
    public double figure(String section, String row, String column) {
        return sections.stream()
                .filter(one -> one.title().equals(section))
                .flatMap(one -> one.rows().stream()
                        .filter(line -> line.label().equals(row))
                        .map(line -> value(one, line, column)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double value(ReportSection section, ReportSection.Row row, String column) {
        for (int i = 0; i < section.columns().size(); i++) {
            if (section.columns().get(i).name().equals(column)) {
                return row.values().get(i);
            }
        }
        return Double.NaN;
    }
}

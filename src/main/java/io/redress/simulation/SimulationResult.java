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
}

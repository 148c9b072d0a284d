package io.redress.simulation;

import io.redress.simulation.ReportSection.Column;
import io.redress.simulation.ReportSection.Row;
import io.redress.simulation.SimulationCounts.OfCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts what was counted into the sections that people read. */
public final class SimulationReport {

    /** The section of the figures that a shop measures itself by. */
    public static final String TARGETS = "Handled in time";

    /** The row of a section that is the sum of the others. */
    static final String ALL = "all";

    /** Complaints handled in time: the target of the after-sales handbooks. */
    private static final double TARGET = 0.9;

    private static final List<Column> CATEGORY = List.of(
            Column.count("tickets"),
            Column.count("urgent"),
            Column.count("major"),
            Column.count("first response missed"),
            Column.share("first response in time"),
            Column.count("resolution missed"),
            Column.share("resolution in time"));

    private SimulationReport() {}

    /** The sections, those that nothing was counted for left out. */
    public static List<ReportSection> sections(SimulationCounts simulationCounts, SimulatedCallers callers) {
        OfCategory all = simulationCounts.categories().stream()
                .reduce(new OfCategory(ALL, 0, 0, 0, 0, 0, 0, 0), OfCategory::plus);
        var sections = new ArrayList<ReportSection>();
        sections.add(new ReportSection(
                TARGETS,
                List.of(Column.share("share"), Column.share("target")),
                List.of(
                        Row.of("first response", share(all.answered(), all.answerable()), TARGET),
                        Row.of("resolution", share(all.solved(), all.solvable()), TARGET))));
        var rows = new ArrayList<>(simulationCounts.categories().stream()
                .map(SimulationReport::row)
                .toList());
        rows.add(row(all));
        sections.add(new ReportSection("Tickets by category", CATEGORY, rows));
        sections.add(ReportSection.counts("Tickets by channel", "tickets", simulationCounts.channels()));
        sections.add(ReportSection.counts("Tickets by priority", "tickets", simulationCounts.priorities()));
        sections.add(ReportSection.counts("Arrivals", "items", simulationCounts.items()));
        sections.add(ReportSection.counts("Warnings, breaches and escalations", "times", simulationCounts.events()));
        sections.add(ReportSection.counts("Tickets at the end by status", "tickets", simulationCounts.statuses()));
        sections.add(ReportSection.counts("Reopened", "tickets", simulationCounts.reopened()));
        if (!callers.results().isEmpty()) {
            sections.add(ReportSection.counts("Calls by hour of the day", "calls", hours(callers.byHour())));
            sections.add(ReportSection.counts("Calls by result", "calls", callers.results()));
        }
        sections.add(ReportSection.counts("Surveys", "surveys", simulationCounts.surveys()));
        sections.add(ReportSection.counts("Surveys by score", "answers", simulationCounts.scores()));
        sections.add(ReportSection.counts("Messages sent", "messages", simulationCounts.messages()));
        sections.add(ReportSection.counts("Problems", "times", simulationCounts.problems()));
        return sections.stream().filter(section -> !section.rows().isEmpty()).toList();
    }

    private static Row row(OfCategory of) {
        return Row.of(
                of.category(),
                of.tickets(),
                of.urgent(),
                of.major(),
                of.answerable() - of.answered(),
                share(of.answered(), of.answerable()),
                of.solvable() - of.solved(),
                share(of.solved(), of.solvable()));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    private static Map<String, Long> hours(List<Long> counts) {
        var hours = new LinkedHashMap<String, Long>();
        for (int hour = 0; hour < counts.size(); hour++) {
            hours.put(String.format(Locale.ROOT, "%02d", hour), counts.get(hour));
        }
        return hours;
    }
}

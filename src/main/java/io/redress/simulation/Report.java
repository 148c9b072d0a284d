package io.redress.simulation;

import io.redress.simulation.Counted.OfCategory;
import io.redress.simulation.Section.Column;
import io.redress.simulation.Section.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts what was counted into the sections that people read. */
public final class Report {

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

    private Report() {}

    /** The sections, those that nothing was counted for left out. */
    public static List<Section> sections(Counted counted, Callers callers) {
        OfCategory all =
                counted.categories().stream().reduce(new OfCategory(ALL, 0, 0, 0, 0, 0, 0, 0), OfCategory::plus);
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                TARGETS,
                List.of(Column.share("share"), Column.share("target")),
                List.of(
                        Row.of("first response", share(all.answered(), all.answerable()), TARGET),
                        Row.of("resolution", share(all.solved(), all.solvable()), TARGET))));
        var rows =
                new ArrayList<>(counted.categories().stream().map(Report::row).toList());
        rows.add(row(all));
        sections.add(new Section("Tickets by category", CATEGORY, rows));
        sections.add(Section.counts("Tickets by channel", "tickets", counted.channels()));
        sections.add(Section.counts("Tickets by priority", "tickets", counted.priorities()));
        sections.add(Section.counts("Arrivals", "items", counted.items()));
        sections.add(Section.counts("Warnings, breaches and escalations", "times", counted.events()));
        sections.add(Section.counts("Tickets at the end by status", "tickets", counted.statuses()));
        sections.add(Section.counts("Reopened", "tickets", counted.reopened()));
        if (!callers.results().isEmpty()) {
            sections.add(Section.counts("Calls by hour of the day", "calls", hours(callers.byHour())));
            sections.add(Section.counts("Calls by result", "calls", callers.results()));
        }
        sections.add(Section.counts("Surveys", "surveys", counted.surveys()));
        sections.add(Section.counts("Surveys by score", "answers", counted.scores()));
        sections.add(Section.counts("Messages sent", "messages", counted.messages()));
        sections.add(Section.counts("Problems", "times", counted.problems()));
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

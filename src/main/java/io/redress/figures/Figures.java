package io.redress.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts a period's figures and holds them against the shop's targets. */
public final class Figures {

    /** Groups in one table; products can be very many. */
    static final int MOST_ROWS = 1_000;

    private static final Comparator<FigureRow> MOST_FIRST =
            Comparator.comparingLong(FigureRow::received).reversed().thenComparing(FigureRow::key);

    private final FigureFacts facts;
    private final Supplier<FigureRules> rules;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public Figures(FigureFacts facts, Supplier<FigureRules> rules, ZoneId zone, Clock clock) {
        this.facts = facts;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
    }

    /** All figures of a period, as far as it has passed; {@code by} null: only the total. */
    public FigureTable table(TimePeriod period, @Nullable FigureGrouping by) {
        return table(period, by, EnumSet.allOf(Figure.class));
    }

    /** The same with all figures in the total, and only some in the rows. */
    public FigureTable table(TimePeriod period, @Nullable FigureGrouping by, Set<Figure> shown) {
        FigureRow total = total(period);
        if (by == null) {
            return new FigureTable(period, zone, null, total, List.of(), 0);
        }
        List<FigureRow> rows = rows(period, by, shown);
        int most = Math.min(rows.size(), MOST_ROWS);
        return new FigureTable(period, zone, by, total, rows.subList(0, most), rows.size() - most);
    }

    /** All figures of a period without division. */
    public FigureRow total(TimePeriod period) {
        Set<Figure> all = EnumSet.allOf(Figure.class);
        return row("", facts.tallies(period, null, facts(all)).getOrDefault("", Map.of()), all);
    }

    /** Some figures of a period by group: times in their order, else the groups with the most complaints first. */
    public List<FigureRow> rows(TimePeriod period, FigureGrouping by, Set<Figure> shown) {
        Set<Figure> counted = EnumSet.copyOf(shown);
        counted.add(Figure.RECEIVED); // by which rows are ordered
        return facts.tallies(period, by, facts(counted)).entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue(), counted))
                .sorted(by.isTime() ? Comparator.comparing(FigureRow::key) : MOST_FIRST)
                .toList();
    }

    /** The figures of the week that runs now. */
    public FigureRow thisWeek() {
        Instant now = clock.instant();
        Instant start = Week.of(now, zone).period(zone).from();
        return total(new TimePeriod(start, now.plusMillis(1)));
    }

    /** A figure of what was counted, held against the shop's target. */
    public FigureValue value(Figure figure, FactStatistics counted) {
        Double value = figure.of(counted);
        Double target = rules.get().targets().get(figure);
        Boolean met = value == null || target == null ? null : (Boolean) figure.meets(value, target);
        return new FigureValue(value, figure.unit(), counted.count(), target, met);
    }

    private FigureRow row(String key, Map<FigureFact, FactStatistics> tallies, Set<Figure> shown) {
        Map<Figure, FigureValue> values = new EnumMap<>(Figure.class);
        shown.forEach(
                figure -> values.put(figure, value(figure, tallies.getOrDefault(figure.fact(), FactStatistics.NONE))));
        return new FigureRow(key, values);
    }

    private static Set<FigureFact> facts(Set<Figure> figures) {
        Set<FigureFact> facts = EnumSet.noneOf(FigureFact.class);
        figures.forEach(figure -> facts.add(figure.fact()));
        return facts;
    }
}

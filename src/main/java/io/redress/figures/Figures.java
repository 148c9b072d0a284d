package io.redress.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** The figures of a period, as far as it has passed; {@code by} null: only the total. */
    public FigureTable table(TimePeriod period, @Nullable FigureGrouping by) {
        FigureRow total = row("", facts.tallies(period, null).getOrDefault("", Map.of()));
        if (by == null) {
            return new FigureTable(period, zone, null, total, List.of(), 0);
        }
        List<FigureRow> rows = facts.tallies(period, by).entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue()))
                .sorted(by == FigureGrouping.WEEK ? Comparator.comparing(FigureRow::key) : MOST_FIRST)
                .toList();
        int shown = Math.min(rows.size(), MOST_ROWS);
        return new FigureTable(period, zone, by, total, rows.subList(0, shown), rows.size() - shown);
    }

    /** The figures of the week that runs now. */
    public FigureRow thisWeek() {
        Instant now = clock.instant();
        Instant start = Week.of(now, zone).period(zone).from();
        return table(new TimePeriod(start, now.plusMillis(1)), null).total();
    }

    private FigureRow row(String key, Map<FigureFact, FactStatistics> tallies) {
        Map<Figure, FigureValue> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            FactStatistics factStatistics = tallies.getOrDefault(figure.fact(), FactStatistics.NONE);
            Double value = figure.of(factStatistics);
            Double target = rules.get().targets().get(figure);
            Boolean met = value == null || target == null ? null : (Boolean) figure.meets(value, target);
            values.put(figure, new FigureValue(value, figure.unit(), factStatistics.count(), target, met));
        }
        return new FigureRow(key, values);
    }
}

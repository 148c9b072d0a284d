package io.redress.figures;

import io.redress.figures.FigureMails.Bar;
import io.redress.reply.Content;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the weekly report says. */
public final class WeeklyReport {

    private static final int WEEKS = 8;
    private static final int TOP = 5;
    /** Characters of the name of a product or store, which a customer may have written. */
    private static final int LONGEST_NAME = 60;

    private final Figures figures;
    private final Rises rises;
    private final UnaryOperator<String> categories;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param categories what a category is called in the shop's language, by key
     * @param zone the shop's
     */
    public WeeklyReport(Figures figures, Rises rises, UnaryOperator<String> categories, ZoneId zone, Clock clock) {
        this.figures = figures;
        this.rises = rises;
        this.categories = categories;
        this.zone = zone;
        this.clock = clock;
    }

    Content of(Week week) {
        Week before = week.plus(-1);
        Map<String, String> texts = Map.of(
                "week", week.key(),
                "before", before.key(),
                "from", week.monday().toString(),
                "to", week.monday().plusDays(6).toString());
        Map<String, List<Map<String, String>>> lists = Map.of(
                "figures", figures(week, before),
                "weeks", weeks(week),
                "categories", top(week, before, Grouping.CATEGORY),
                "products", top(week, before, Grouping.PRODUCT),
                "stores", top(week, before, Grouping.STORE),
                "rises",
                        rises.during(new Period(week.period(zone).from(), clock.instant())).stream()
                                .map(alarm -> FigureMails.told(alarm, categories))
                                .toList());
        return new Content(FigureMails.WEEKLY_REPORT.name(), texts, Map.of(), lists);
    }

    private List<Map<String, String>> figures(Week week, Week before) {
        FigureRow now = figures.table(week.period(zone), null).total();
        FigureRow then = figures.table(before.period(zone), null).total();
        return Arrays.stream(Figure.values())
                .map(figure -> row(figure, now.get(figure), then.get(figure)))
                .toList();
    }

    private static Map<String, String> row(Figure figure, FigureValue now, FigureValue then) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("figure", figure.key());
        row.put("value", told(now.value(), figure));
        row.put("before", told(then.value(), figure));
        row.put("of", Long.toString(now.of()));
        row.put("target", told(now.target(), figure));
        row.put("met", now.met() == null ? "" : now.met() ? "yes" : "no");
        return row;
    }

    private static String told(@Nullable Double value, Figure figure) {
        return value == null ? "" : figure.unit().told(value);
    }

    private List<Map<String, String>> weeks(Week last) {
        List<Bar> bars = new ArrayList<>();
        Period period = new Period(
                last.plus(1 - WEEKS).period(zone).from(), last.period(zone).to());
        Map<String, Long> received = received(period, Grouping.WEEK);
        for (int back = WEEKS - 1; back >= 0; back--) {
            String key = last.plus(-back).key();
            bars.add(new Bar(key, received.getOrDefault(key, 0L), ""));
        }
        return FigureMails.bars(bars);
    }

    private List<Map<String, String>> top(Week week, Week before, Grouping by) {
        Map<String, Long> then = received(before.period(zone), by);
        return FigureMails.bars(received(week.period(zone), by).entrySet().stream()
                .filter(group -> !group.getKey().isEmpty() && group.getValue() > 0)
                .limit(TOP)
                .map(group -> new Bar(
                        shortened(FigureMails.name(by, group.getKey(), categories)),
                        group.getValue(),
                        Long.toString(then.getOrDefault(group.getKey(), 0L))))
                .toList());
    }

    private Map<String, Long> received(Period period, Grouping by) {
        Map<String, Long> received = new LinkedHashMap<>();
        figures.table(period, by).rows().forEach(row -> received.put(row.key(), row.received()));
        return received;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}

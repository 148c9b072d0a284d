package io.redress.figures.report;

import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.FigureRow;
import io.redress.figures.FigureValue;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.figures.Week;
import io.redress.figures.report.FigureMails.Bar;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.reply.MessageContent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the weekly report says. */
public final class WeeklyReport {

    private static final int WEEKS = 8;
    private static final int TOP = 5;
    /** Characters of the name of a product or store, which a customer may have written. */
    private static final int LONGEST_NAME = 60;

    private final Figures figures;
    private final VolumeSpikes spikes;
    private final UnaryOperator<String> categories;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param categories what a category is called in the shop's language, by key
     * @param zone the shop's
     */
    public WeeklyReport(
            Figures figures, VolumeSpikes spikes, UnaryOperator<String> categories, ZoneId zone, Clock clock) {
        this.figures = figures;
        this.spikes = spikes;
        this.categories = categories;
        this.zone = zone;
        this.clock = clock;
    }

    MessageContent of(Week week) {
        return of(week, categories);
    }

    /**
     * What is said of a week.
     *
     * @param names what a category is called in the reader's language, by key
     */
    public MessageContent of(Week week, UnaryOperator<String> names) {
        Week before = week.plus(-1);
        Map<String, String> texts = Map.of(
                "week", week.key(),
                "before", before.key(),
                "from", week.monday().toString(),
                "to", week.monday().plusDays(6).toString());
        Map<String, List<Map<String, String>>> lists = Map.of(
                "figures", figures(week, before),
                "weeks", weeks(week),
                "categories", top(week, before, FigureGrouping.CATEGORY, names),
                "products", top(week, before, FigureGrouping.PRODUCT, names),
                "stores", top(week, before, FigureGrouping.STORE, names),
                "rises",
                        spikes.during(new TimePeriod(week.period(zone).from(), clock.instant())).stream()
                                .map(alert -> FigureMails.told(alert, names))
                                .toList());
        return new MessageContent(FigureMails.WEEKLY_REPORT.name(), texts, Map.of(), lists);
    }

    private List<Map<String, String>> figures(Week week, Week before) {
        FigureRow now = figures.total(week.period(zone));
        FigureRow then = figures.total(before.period(zone));
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
        TimePeriod period = new TimePeriod(
                last.plus(1 - WEEKS).period(zone).from(), last.period(zone).to());
        Map<String, Long> received = received(period, FigureGrouping.WEEK);
        for (int back = WEEKS - 1; back >= 0; back--) {
            String key = last.plus(-back).key();
            bars.add(new Bar(key, received.getOrDefault(key, 0L), ""));
        }
        return FigureMails.bars(bars);
    }

    private List<Map<String, String>> top(Week week, Week before, FigureGrouping by, UnaryOperator<String> names) {
        Map<String, Long> then = received(before.period(zone), by);
        return FigureMails.bars(received(week.period(zone), by).entrySet().stream()
                .filter(group -> !group.getKey().isEmpty() && group.getValue() > 0)
                .limit(TOP)
                .map(group -> new Bar(
                        shortened(FigureMails.name(by, group.getKey(), names)),
                        group.getValue(),
                        Long.toString(then.getOrDefault(group.getKey(), 0L))))
                .toList());
    }

    private Map<String, Long> received(TimePeriod period, FigureGrouping by) {
        Map<String, Long> received = new LinkedHashMap<>();
        figures.rows(period, by, Set.of(Figure.RECEIVED)).forEach(row -> received.put(row.key(), row.received()));
        return received;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}

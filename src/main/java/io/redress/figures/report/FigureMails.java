package io.redress.figures.report;

import io.redress.due.DueWorkPlanner;
import io.redress.figures.FigureGrouping;
import io.redress.figures.Week;
import io.redress.figures.rise.SeriesKey;
import io.redress.figures.rise.VolumeSpikeAlert;
import io.redress.reply.MessageContent;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What those in charge are told of figures. */
public final class FigureMails {

    private static final Set<String> BARS = Set.of("name", "count", "before", "bar", "blocks");

    /** Last week against the week before and the targets. */
    public static final MessageTemplate WEEKLY_REPORT = new MessageTemplate(
            "weekly-report",
            Set.of("week", "before", "from", "to"),
            false,
            Map.of(
                    "figures", Set.of("figure", "value", "before", "of", "target", "met"),
                    "weeks", BARS,
                    "categories", BARS,
                    "products", BARS,
                    "stores", BARS,
                    "rises", Set.of("kind", "name", "count", "expected")));

    /** A category or product whose complaints rise. */
    public static final MessageTemplate RISE =
            new MessageTemplate("rise", Set.of("kind", "name", "count", "expected"), false);

    private final Messages messages;
    private final WeeklyReport report;
    private final UnaryOperator<String> categories;
    private final Clock clock;

    /** @param categories what a category is called in the shop's language, by key */
    public FigureMails(Messages messages, WeeklyReport report, UnaryOperator<String> categories, Clock clock) {
        this.messages = messages;
        this.report = report;
        this.categories = categories;
        this.clock = clock;
    }

    /** Plans the report of a week; once, however often it is asked for. */
    void week(Week week, String role) {
        MessageContent content = report.of(week);
        messages.toRole(DueWorkPlanner.NO_TICKET, "weekly-report/" + week.key(), role, content, clock.instant());
    }

    /** Plans the news of a rise. */
    void rise(VolumeSpikeAlert alert, String role) {
        var content = new MessageContent(RISE.name(), told(alert, categories), Map.of());
        messages.toRole(DueWorkPlanner.NO_TICKET, "rise/" + alert.id(), role, content, clock.instant());
    }

    /** A rise in a template's words. */
    static Map<String, String> told(VolumeSpikeAlert alert, UnaryOperator<String> categories) {
        SeriesKey key = alert.key();
        return Map.of(
                "kind", key.kind().key(),
                "name", name(key.kind(), key.name(), categories),
                "count", Long.toString(alert.count()),
                "expected", String.format(Locale.ROOT, "%.1f", alert.expected()));
    }

    /** What a group is called. */
    static String name(FigureGrouping by, String key, UnaryOperator<String> categories) {
        return by == FigureGrouping.CATEGORY ? categories.apply(key) : key;
    }

    /** Bars for a chart, each as long as its share of the longest. */
    static List<Map<String, String>> bars(List<Bar> bars) {
        long longest = bars.stream().mapToLong(Bar::count).max().orElse(0);
        return bars.stream().map(bar -> bar.told(Math.max(1, longest))).toList();
    }

    /** @param before of the same group in the week before; empty where that says nothing */
    record Bar(String name, long count, String before) {

        private static final int BLOCKS = 20;

        Map<String, String> told(long longest) {
            return Map.of(
                    "name", name,
                    "count", Long.toString(count),
                    "before", before,
                    "bar", Long.toString(Math.round(100.0 * count / longest)),
                    "blocks", "█".repeat((int) Math.round((double) BLOCKS * count / longest)));
        }
    }
}

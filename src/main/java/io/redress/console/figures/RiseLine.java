package io.redress.console.figures;

import io.redress.console.ConsoleLanguage;
import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.figures.Week;
import io.redress.figures.rise.VolumeSpikeAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A rise beyond what history explains.
 *
 * @param kind {@code category} or {@code product}
 * @param name in words
 * @param week in which it was found, ISO
 * @param address of the complaints of the seven days
 */
public record RiseLine(
        String kind, String name, Instant began, String week, long count, String expected, String address) {

    private static final Duration COUNTED = Duration.ofDays(7);

    static RiseLine of(VolumeSpikeAlert rise, GroupNames names, ZoneId zone, ConsoleLanguage language) {
        FigureGrouping kind = rise.key().kind();
        var links = new FigureLinks(new TimePeriod(rise.began().minus(COUNTED), rise.began()));
        return new RiseLine(
                kind.key(),
                names.of(kind, rise.key().name(), language),
                rise.began(),
                Week.of(rise.began(), zone).key(),
                rise.count(),
                String.format(Locale.ROOT, "%.1f", rise.expected()),
                links.of(Figure.RECEIVED, kind, rise.key().name()));
    }
}

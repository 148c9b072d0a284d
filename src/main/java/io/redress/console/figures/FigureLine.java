package io.redress.console.figures;

import io.redress.figures.Figure;
import io.redress.figures.FigureRow;
import io.redress.figures.FigureValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a period beside that of the period before; what was not counted is empty.
 *
 * @param key of the figure
 * @param of how many facts it is made of
 * @param change {@code better}, {@code worse} or {@code same}; empty where it cannot be said
 * @param address of the tickets behind it; empty when nothing was counted
 * @param met null without a target or a value
 */
public record FigureLine(
        String key,
        String value,
        long of,
        String before,
        String change,
        String target,
        @Nullable Boolean met,
        String address) {

    /** All figures. */
    static List<FigureLine> of(FigureRow now, FigureRow before, FigureLinks links) {
        return Arrays.stream(Figure.values())
                .map(figure -> of(figure, now.get(figure), before.get(figure), links.of(figure)))
                .toList();
    }

    private static FigureLine of(Figure figure, FigureValue now, FigureValue before, String address) {
        return new FigureLine(
                figure.key(),
                told(now, now.value()),
                now.of(),
                told(before, before.value()),
                change(figure, now.value(), before.value()),
                told(now, now.target()),
                now.met(),
                now.of() == 0 ? "" : address);
    }

    static String told(FigureValue figure, @Nullable Double value) {
        return value == null ? "" : figure.unit().told(value);
    }

    private static String change(Figure figure, @Nullable Double now, @Nullable Double before) {
        if (now == null || before == null || figure.better() == Figure.Better.NEITHER) {
            return "";
        }
        int more = Double.compare(now, before);
        if (more == 0) {
            return "same";
        }
        return more > 0 == (figure.better() == Figure.Better.MORE) ? "better" : "worse";
    }
}

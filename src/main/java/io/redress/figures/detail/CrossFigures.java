package io.redress.figures.detail;

import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.FigureValue;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.figures.detail.CrossTally.Key;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures by two things at once. */
public final class CrossFigures {

    static final int MOST_ROWS = 20;
    static final int MOST_COLUMNS = 12;
    private static final int HOURS = 24;

    private final FigureDetails details;
    private final Figures figures;

    public CrossFigures(FigureDetails details, Figures figures) {
        this.details = details;
        this.figures = figures;
    }

    /** A figure by rows and columns, at most 20 by 12, and the others together; hours are always shown each. */
    public CrossTable table(TimePeriod period, Figure figure, FigureGrouping by, FigureGrouping across) {
        CrossTally tally =
                details.cross(period, figure.fact(), by, across, most(by, MOST_ROWS), most(across, MOST_COLUMNS));
        List<CrossTable.Row> rows = new ArrayList<>();
        tally.rows().forEach(key -> rows.add(row(key, Key.of(key), tally, figure)));
        if (tally.otherRows() > 0) {
            rows.add(row(null, Key.OTHER, tally, figure));
        }
        return new CrossTable(
                period,
                figure,
                by,
                across,
                tally.columns(),
                List.copyOf(rows),
                row(null, Key.ALL, tally, figure),
                tally.otherRows(),
                tally.otherColumns());
    }

    private static int most(FigureGrouping by, int most) {
        return by == FigureGrouping.HOUR ? HOURS : most;
    }

    private CrossTable.Row row(@Nullable String key, String place, CrossTally tally, Figure figure) {
        List<FigureValue> cells = new ArrayList<>();
        tally.columns().forEach(column -> cells.add(figures.value(figure, tally.at(place, Key.of(column)))));
        if (tally.otherColumns() > 0) {
            cells.add(figures.value(figure, tally.at(place, Key.OTHER)));
        }
        return new CrossTable.Row(key, List.copyOf(cells), figures.value(figure, tally.at(place, Key.ALL)));
    }
}

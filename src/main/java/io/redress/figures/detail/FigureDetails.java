package io.redress.figures.detail;

import io.redress.figures.FigureFact;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;

/** What the ledger tells beyond the tallies of one dimension. */
public interface FigureDetails {

    /**
     * A fact divided by two things at once. Rows and columns beyond the greatest stand together as "other"; of what follows in
     * time the last ones are kept.
     *
     * @param mostRows rows that stand alone
     * @param mostColumns columns that stand alone
     */
    CrossTally cross(
            TimePeriod period,
            FigureFact fact,
            FigureGrouping by,
            FigureGrouping across,
            int mostRows,
            int mostColumns);

    /** How many complaints arrived in each hour of the week, by the shop's clock. */
    Arrivals arrivals(TimePeriod period);
}

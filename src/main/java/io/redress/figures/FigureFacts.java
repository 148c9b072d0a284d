package io.redress.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts in the ledger. */
public interface FigureFacts {

    /**
     * The tallies of a period's facts by key of the group; facts that nothing is counted of are left out. Without a grouping
     * there is one key, the empty text; so is the key of tickets without the thing that they are grouped by.
     */
    Map<String, Map<FigureFact, FactStatistics>> tallies(TimePeriod period, @Nullable FigureGrouping by);
}

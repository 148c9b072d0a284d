package io.redress.figures;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts in the ledger. */
public interface FigureFacts {

    /**
     * The tallies of some of a period's facts by key of the group; facts that nothing is counted of are left out. Without a grouping
     * there is one key, the empty text; so is the key of tickets without the thing that they are grouped by.
     */
    Map<String, Map<FigureFact, FactStatistics>> tallies(
            TimePeriod period, @Nullable FigureGrouping by, Set<FigureFact> which);
}

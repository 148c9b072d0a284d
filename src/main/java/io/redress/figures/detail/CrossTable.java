package io.redress.figures.detail;

import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.FigureValue;
import io.redress.figures.TimePeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure by two things.
 *
 * @param columns keys of those that stand alone
 * @param rows those that stand alone, then the others together where there are any
 * @param total of each column
 * @param otherRows how many groups the last row has, 0 without such a row
 * @param otherColumns how many groups the last column has, 0 without such a column
 */
public record CrossTable(
        TimePeriod period,
        Figure figure,
        FigureGrouping by,
        FigureGrouping across,
        List<String> columns,
        List<Row> rows,
        Row total,
        int otherRows,
        int otherColumns) {

    /**
     * @param key of the group; null for the others together and for the total
     * @param cells one for each column, and one for the other columns together where there are any
     * @param all of the whole row
     */
    public record Row(@Nullable String key, List<FigureValue> cells, FigureValue all) {}
}

package io.redress.figures.detail;

import io.redress.figures.FactStatistics;
import java.util.List;
import java.util.Map;

/**
 * A fact by two things.
 *
 * @param rows keys that stand alone, in their order
 * @param columns the same of the columns
 * @param otherRows how many keys stand together in {@link Key#OTHER}
 */
public record CrossTally(
        List<String> rows, List<String> columns, int otherRows, int otherColumns, Map<Key, FactStatistics> cells) {

    /**
     * A place in the table: a key, {@link #OTHER} or {@link #ALL}. Keys of groups are prefixed by {@code =}, so that none is taken
     * for one of these.
     */
    public record Key(String row, String column) {

        public static final String OTHER = "other";
        public static final String ALL = "all";

        public static String of(String group) {
            return "=" + group;
        }
    }

    public CrossTally {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = Map.copyOf(cells);
    }

    /** What was counted at a place; nothing where nothing was. */
    FactStatistics at(String row, String column) {
        return cells.getOrDefault(new Key(row, column), FactStatistics.NONE);
    }
}

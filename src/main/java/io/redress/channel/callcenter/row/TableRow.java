package io.redress.channel.callcenter.row;

import java.util.List;

/** One row of a file, as it stands there. */
public sealed interface TableRow {

    /** Where the row begins: the line of a text file, the row number of a sheet, from 1. */
    long line();

    /** @param values in the order of the columns */
    record Values(long line, List<String> values) implements TableRow {

        /** Whether nothing is in it; the sign by which old programs end a file (U+001A) is nothing. */
        public boolean isBlank() {
            return values.stream().allMatch(Values::isNothing);
        }

        private static boolean isNothing(String value) {
            return value.isBlank() || value.chars().allMatch(c -> c <= ' ');
        }
    }

    /**
     * A row that cannot be taken apart.
     *
     * @param raw what stands there, cut at {@link RowLimits#SHOWN}
     */
    record Unreadable(long line, String raw, String problem, String remedy) implements TableRow {}
}

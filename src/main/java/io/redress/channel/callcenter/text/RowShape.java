package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.text.NumberedLines.Line;
import java.util.List;

/**
 * What a whole row of a text file looks like.
 *
 * @param columns that the header names; 0 without a header
 * @param whole values in a row; 0 when the rows differ so much that none can be trusted
 */
record RowShape(int columns, int whole) {

    /** The row, if it has as many values as its file's rows have. */
    TableRow judge(Line line, List<String> values) {
        var row = new TableRow.Values(line.number(), values);
        if (row.isBlank()) {
            return row;
        }
        if (whole == 0) {
            return DelimitedTextRows.bad(
                    line,
                    "it has " + values.size() + " columns, the header " + columns
                            + ", and the rows differ from each other",
                    "give all rows as many delimiters as the header has");
        }
        if (values.size() < whole) {
            return DelimitedTextRows.bad(
                    line,
                    "it has " + values.size() + " columns instead of " + whole,
                    "write a delimiter for each value that is empty, and none less");
        }
        boolean surplus = columns > 0
                && values.size() > columns
                && !values.subList(columns, values.size()).stream().allMatch(String::isBlank);
        if (values.size() > whole || surplus) {
            return DelimitedTextRows.bad(
                    line,
                    "it has " + values.size() + " columns instead of "
                            + (columns == 0 || columns == values.size() ? whole : columns),
                    "take the delimiter that is too many away, or quote the values that have a delimiter in them");
        }
        return columns > 0 && values.size() > columns
                ? new TableRow.Values(line.number(), values.subList(0, columns))
                : row;
    }
}

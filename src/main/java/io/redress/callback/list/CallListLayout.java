package io.redress.callback.list;

import io.redress.callback.CallResult;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code config/call-lists}: how a dialler wants its lists, and how it hands them back.
 *
 * @param workbook XLSX; else CSV
 * @param bom whether a CSV begins with a byte order mark, which Excel needs and diallers stumble over
 * @param sheet name of a workbook's sheet
 * @param times how times are written, in {@code zone}
 * @param region whose numbers are written as they are dialled there; null: all in E.164
 * @param results the words for each result, in lower case, besides the hub's own
 */
public record CallListLayout(
        String name,
        boolean workbook,
        Charset charset,
        boolean bom,
        char delimiter,
        String sheet,
        DateTimeFormatter times,
        ZoneId zone,
        @Nullable String region,
        List<Column> columns,
        Map<String, CallResult> results) {

    /** @param name in the header */
    record Column(String name, CallListField field) {}

    public CallListLayout {
        columns = List.copyOf(columns);
        results = Map.copyOf(results);
    }

    /** What the name of a list's file ends with. */
    public String extension() {
        return workbook ? ".xlsx" : ".csv";
    }

    /** Whether a file with this header is a list of this layout that can tell outcomes. */
    public boolean fits(List<String> header) {
        return header.contains(column(CallListField.CALLBACK))
                && header.contains(column(CallListField.ATTEMPT))
                && header.contains(column(CallListField.OUTCOME));
    }

    /** The columns that a result file must have. */
    public String needed() {
        return column(CallListField.CALLBACK) + ", " + column(CallListField.ATTEMPT) + ", "
                + column(CallListField.OUTCOME);
    }

    @Nullable
    CallResult result(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        CallResult own = CallResult.of(word);
        return own != null ? own : results.get(word);
    }

    /** The name of a field's column; null when the layout has none. */
    @Nullable
    String column(CallListField field) {
        return columns.stream()
                .filter(column -> column.field() == field)
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }
}

package io.redress.api.figures;

import io.redress.figures.Figure;
import io.redress.figures.FigureRow;
import io.redress.figures.FigureTable;
import io.redress.figures.FigureValue;
import io.redress.mapping.SpreadsheetFormula;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a table with a line for each: UTF-8 with a byte order mark, which Excel needs. What a spreadsheet would take for a
 * formula gets an apostrophe before it (OWASP, CSV Injection).
 */
final class FiguresCsv {

    static final String TYPE = "text/csv";

    private FiguresCsv() {}

    static String of(FigureTable table) {
        var text = new StringBuilder("\uFEFF");
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("by", "group", "figure", "value", "unit", "of", "target", "met");
            rows(csv, "total", table.total());
            for (FigureRow row : table.rows()) {
                rows(csv, table.by() == null ? "" : table.by().key(), row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written", e);
        }
        return text.toString();
    }

    private static void rows(CSVPrinter csv, String by, FigureRow row) throws IOException {
        for (Map.Entry<Figure, FigureValue> figure : row.figures().entrySet()) {
            FigureValue value = figure.getValue();
            csv.printRecord(List.of(
                    by,
                    SpreadsheetFormula.harmless(row.key()),
                    figure.getKey().key(),
                    orEmpty(value.value()),
                    value.unit().key(),
                    value.of(),
                    orEmpty(value.target()),
                    orEmpty(value.met())));
        }
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}

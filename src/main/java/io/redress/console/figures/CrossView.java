package io.redress.console.figures;

import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleTexts;
import io.redress.figures.FigureGrouping;
import io.redress.figures.FigureValue;
import io.redress.figures.detail.CrossTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure by two things in words.
 *
 * @param columns names
 * @param otherRows how many groups the row of the others has; 0 without one
 */
public record CrossView(
        String figure,
        String by,
        String across,
        List<String> columns,
        List<FigureGroup> rows,
        int otherRows,
        int otherColumns) {

    static CrossView of(CrossTable table, GroupNames names, ConsoleLanguage language) {
        List<String> columns = new ArrayList<>();
        table.columns().forEach(key -> columns.add(names.of(table.across(), key, language)));
        ConsoleTexts texts = ConsoleTexts.in(language);
        if (table.otherColumns() > 0) {
            columns.add(texts.text("figures.other"));
        }
        columns.add(texts.text("figures.total"));
        List<FigureGroup> rows = new ArrayList<>();
        table.rows()
                .forEach(row -> rows.add(new FigureGroup(
                        names.of(table.by(), row.key(), language), cells(table, row, table.by(), row.key()))));
        rows.add(new FigureGroup(texts.text("figures.total"), cells(table, table.total(), null, "")));
        return new CrossView(
                table.figure().key(),
                table.by().key(),
                table.across().key(),
                columns,
                rows,
                table.otherRows(),
                table.otherColumns());
    }

    /** Cells of the others have no list of their own. */
    private static List<FigureCell> cells(
            CrossTable table, CrossTable.Row row, @Nullable FigureGrouping by, @Nullable String key) {
        var links = new FigureLinks(table.period());
        List<FigureCell> cells = new ArrayList<>();
        for (int at = 0; at < row.cells().size(); at++) {
            FigureValue value = row.cells().get(at);
            String address = key != null && at < table.columns().size()
                    ? links.of(
                            table.figure(),
                            by,
                            key,
                            table.across(),
                            table.columns().get(at))
                    : "";
            cells.add(FigureCell.of(value, address));
        }
        cells.add(FigureCell.of(row.all(), key == null ? "" : links.of(table.figure(), by, key, null, "")));
        return cells;
    }
}

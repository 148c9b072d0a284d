package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.RowLimits;
import io.redress.channel.callcenter.row.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one sheet row after the other; cells that are not there are empty. */
final class XlsxRowCells implements SheetContentsHandler {

    private final Consumer<TableRow> rows;
    private List<String> values = new ArrayList<>();
    private long line;
    private long length;
    private boolean tooLong;
    private boolean tooWide;
    private boolean endOfSheet;

    XlsxRowCells(Consumer<TableRow> rows) {
        this.rows = rows;
    }

    /** From 1; 0 before the first row. */
    long line() {
        return line;
    }

    boolean isEndOfSheet() {
        return endOfSheet;
    }

    void tooLong() {
        tooLong = true;
    }

    @Override
    public void startRow(int rowNumber) {
        line = rowNumber + 1L;
        values = new ArrayList<>();
        length = 0;
        tooLong = false;
        tooWide = false;
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
        int column = reference == null ? values.size() : new CellReference(reference).getCol();
        String value = text == null ? "" : text;
        length += value.length();
        tooLong |= length > RowLimits.ROW;
        tooWide |= column >= RowLimits.COLUMNS && !value.isBlank();
        if (tooLong || column >= RowLimits.COLUMNS) {
            return;
        }
        while (values.size() <= column) {
            values.add("");
        }
        values.set(column, value);
    }

    @Override
    public void endRow(int rowNumber) {
        if (tooLong) {
            rows.accept(bad("the row is longer than " + RowLimits.ROW + " characters", "shorten it, or split it"));
        } else if (tooWide) {
            rows.accept(bad("it has more than " + RowLimits.COLUMNS + " columns", "leave columns out"));
        } else {
            rows.accept(new TableRow.Values(line, values));
        }
    }

    @Override
    public void endSheet() {
        endOfSheet = true;
    }

    private TableRow bad(String problem, String remedy) {
        return new TableRow.Unreadable(line, RowLimits.shown(String.join("\t", values)), problem, remedy);
    }
}

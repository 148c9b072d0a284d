package io.redress.channel.callcenter.workbook;

import io.redress.channel.callcenter.row.TableRow;
import io.redress.channel.callcenter.row.TableRows;
import io.redress.channel.callcenter.row.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an old workbook, record by record. */
final class XlsSheetRows implements TableRows {

    private final XlsWorkbook workbook;
    private final String name;
    private final RecordInputStream records;
    private final Deque<TableRow> ready = new ArrayDeque<>();
    private final XlsxRowCells row = new XlsxRowCells(ready::add);
    private final int skipRows;
    private int current = -1;
    private int depth;
    private boolean over;
    /** The cell whose formula gives a text, which stands in a later record; null when there is none. */
    private @Nullable FormulaRecord formula;

    XlsSheetRows(XlsWorkbook workbook, String name, int position, int skipRows) throws IOException {
        this.workbook = workbook;
        this.name = name;
        this.records = workbook.recordsAt(position);
        this.skipRows = skipRows;
    }

    @Override
    public @Nullable TableRow next() throws UnreadableFileException {
        try {
            while (true) {
                while (ready.isEmpty() && !over) {
                    read();
                }
                TableRow next = ready.poll();
                if (next == null || next.line() > skipRows) {
                    return next;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw XlsWorkbook.damaged(e);
        }
    }

    @Override
    public String description() {
        return "workbook (.xls), sheet '" + name + "'";
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void read() throws IOException, UnreadableFileException {
        if (!records.hasNextRecord()) {
            throw new UnreadableFileException(
                    "the workbook ends in the middle of a sheet", "open it, save it as .xlsx and send it again");
        }
        records.nextRecord();
        int sid = records.getSid();
        if (sid == BOFRecord.sid) {
            depth++;
        } else if (sid == EOFRecord.sid) {
            depth--;
            over = depth == 0;
            if (over && current >= 0) {
                row.endRow(current);
            }
        } else if (depth == 1) {
            cell(sid);
        }
        records.readRemainder();
    }

    private void cell(int sid) throws IOException, UnreadableFileException {
        switch (sid) {
            case LabelSSTRecord.sid -> {
                var cell = new LabelSSTRecord(records);
                put(cell.getRow(), cell.getColumn(), workbook.text(cell.getSSTIndex()));
            }
            case LabelRecord.sid -> {
                var cell = new LabelRecord(records);
                put(cell.getRow(), cell.getColumn(), cell.getValue());
            }
            case NumberRecord.sid -> {
                var cell = new NumberRecord(records);
                put(cell.getRow(), cell.getColumn(), workbook.shown(cell.getValue(), cell.getXFIndex()));
            }
            case RKRecord.sid -> {
                var cell = new RKRecord(records);
                put(cell.getRow(), cell.getColumn(), workbook.shown(cell.getRKNumber(), cell.getXFIndex()));
            }
            case MulRKRecord.sid -> {
                var cells = new MulRKRecord(records);
                for (int i = 0; i < cells.getNumColumns(); i++) {
                    String value = workbook.shown(cells.getRKNumberAt(i), cells.getXFAt(i));
                    put(cells.getRow(), cells.getFirstColumn() + i, value);
                }
            }
            case BoolErrRecord.sid -> {
                var cell = new BoolErrRecord(records);
                String value = cell.isError() ? "" : cell.getBooleanValue() ? "TRUE" : "FALSE";
                put(cell.getRow(), cell.getColumn(), value);
            }
            case FormulaRecord.sid -> formula(new FormulaRecord(records));
            case StringRecord.sid -> {
                if (formula != null) {
                    put(formula.getRow(), formula.getColumn(), new StringRecord(records).getString());
                }
            }
            default -> {
                // widths, colours, comments and the like
            }
        }
    }

    private void formula(FormulaRecord cell) throws UnreadableFileException {
        CellType type = cell.getCachedResultTypeEnum();
        formula = type == CellType.STRING ? cell : null;
        if (type == CellType.NUMERIC) {
            put(cell.getRow(), cell.getColumn(), workbook.shown(cell.getValue(), cell.getXFIndex()));
        } else if (type == CellType.BOOLEAN) {
            put(cell.getRow(), cell.getColumn(), cell.getCachedBooleanValue() ? "TRUE" : "FALSE");
        }
    }

    private void put(int rowNumber, int column, String value) throws UnreadableFileException {
        if (rowNumber < current) {
            throw new UnreadableFileException(
                    "the rows of the old workbook are not in order", "save it as .xlsx or CSV");
        }
        if (rowNumber > current) {
            if (current >= 0) {
                row.endRow(current);
            }
            row.startRow(rowNumber);
            current = rowNumber;
        }
        row.cell(new CellReference(rowNumber, column).formatAsString(), value, null);
    }
}

package io.redress.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** As {@link RowRedaction}, for workbooks. Their texts stand apart from their cells: those that no cell names any more go, too. */
final class SheetRedaction {

    private final RowRedaction rows;
    private final DataFormatter format = new DataFormatter();

    SheetRedaction(RowRedaction rows) {
        this.rows = rows;
    }

    /** The workbook without them; null when nobody stands in it. */
    byte @Nullable [] blank(Path file) throws IOException {
        try (var source = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(source)) {
            boolean changed = false;
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    changed |= row.getRowNum() > sheet.getFirstRowNum() && blank(row);
                }
            }
            if (!changed) {
                return null;
            }
            forgetTexts(workbook);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private boolean blank(Row row) {
        var text = new StringBuilder();
        row.forEach(cell -> text.append(format.formatCellValue(cell)).append('\t'));
        if (!rows.isIn(text.toString())) {
            return false;
        }
        row.forEach(Cell::setBlank);
        return true;
    }

    private static void forgetTexts(XSSFWorkbook workbook) {
        SharedStringsTable texts = workbook.getSharedStringSource();
        var used = new BitSet();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    var raw = ((XSSFCell) cell).getCTCell();
                    if (raw.getT() == STCellType.S && raw.isSetV()) {
                        used.set(Integer.parseInt(raw.getV()));
                    }
                }
            }
        }
        for (int i = 0; i < texts.getUniqueCount(); i++) {
            if (!used.get(i)) {
                ((XSSFRichTextString) texts.getItemAt(i)).setString("");
            }
        }
    }
}

package io.redress.callback.list;

import io.redress.mapping.PhoneNumbers;
import io.redress.mapping.SpreadsheetFormula;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.lang3.StringUtils;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list by its layout. What a spreadsheet would take for a formula is text (OWASP, CSV Injection): an apostrophe
 * before it in CSV, a quoted text cell in XLSX. Only a phone number keeps its plus sign.
 */
public final class CallListWriter {

    /** Characters that Genesys Cloud takes in a cell are 512. */
    private static final int LONGEST_CELL = 500;

    private static final Pattern E164 = Pattern.compile("\\+[0-9]{5,20}");
    private static final int WIDTH = 20 * 256;

    private final CallListLayout layout;

    public CallListWriter(CallListLayout layout) {
        this.layout = layout;
    }

    /** The whole file. */
    public byte[] write(List<CallListEntry> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(layout.columns().stream().map(CallListLayout.Column::name).toList());
        lines.forEach(line -> rows.add(layout.columns().stream()
                .map(column -> value(column.field(), line))
                .toList()));
        try {
            return layout.workbook() ? workbook(rows) : csv(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("a list cannot be written to memory", e);
        }
    }

    private String value(CallListField field, CallListEntry line) {
        String value =
                switch (field) {
                    case CALLBACK -> line.callback().toString();
                    case ATTEMPT -> String.valueOf(line.attempt());
                    case TICKET -> line.ticket();
                    case NAME -> orEmpty(line.name());
                    case PHONE -> phone(line.phone());
                    case SLOT_FROM -> time(line.slot().from());
                    case SLOT_UNTIL -> time(line.slot().until());
                    case REASON -> line.reason();
                    case REMEDY -> orEmpty(line.remedy());
                    case SUBJECT -> orEmpty(line.subject());
                    case LANGUAGE -> orEmpty(line.language());
                    case OWNER -> line.owner();
                    case OUTCOME, CALL_AGAIN_AT, NOTE, BY, AT -> "";
                };
        String oneLine = value.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return StringUtils.abbreviate(oneLine, "…", LONGEST_CELL);
    }

    private byte[] csv(List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var format = CSVFormat.Builder.create(CSVFormat.RFC4180)
                .setDelimiter(layout.delimiter())
                .get();
        try (var out = new OutputStreamWriter(bytes, layout.charset());
                var csv = new CSVPrinter(out, format)) {
            if (layout.bom()) {
                out.write('\uFEFF');
            }
            for (List<String> row : rows) {
                csv.printRecord(row.stream().map(CallListWriter::harmless).toList());
            }
        }
        return bytes.toByteArray();
    }

    private byte[] workbook(List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(layout.sheet()));
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            text.setQuotePrefixed(true);
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int column = 0; column < rows.get(i).size(); column++) {
                    Cell cell = row.createCell(column);
                    cell.setCellValue(rows.get(i).get(column));
                    cell.setCellStyle(text);
                    sheet.setColumnWidth(column, WIDTH);
                }
            }
            sheet.createFreezePane(0, 1);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private String phone(String phone) {
        String region = layout.region();
        return region == null ? phone : new PhoneNumbers(region).dialled(phone);
    }

    private String time(Instant at) {
        return layout.times().format(at.atZone(layout.zone()));
    }

    private static String harmless(String value) {
        return E164.matcher(value).matches() ? value : SpreadsheetFormula.harmless(value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

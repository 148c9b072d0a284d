package io.redress.channel.callcenter.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.callcenter.CallFile;
import io.redress.channel.callcenter.CallFileFixture;
import io.redress.channel.callcenter.CallFileRows;
import io.redress.channel.callcenter.scan.FileScan;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxWorkbookTest {

    private static final List<String> HEADER = List.of("通话编号", "电话", "来电时间", "内容", "订单号");

    @TempDir
    Path data;

    private CallFileFixture hub;

    @BeforeEach
    void open() throws IOException {
        hub = new CallFileFixture(data);
    }

    @Test
    void numbers_dates_and_formulas_are_read_as_a_person_sees_them() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            CellStyle time = style(book, "m/d/yy h:mm");
            CellStyle scientific = style(book, "0.00E+00");
            fill(sheet, 1, "C-1", 13800138000.0, LocalDateTime.of(2026, 3, 1, 9, 30), "色差", 20260101001.0);
            sheet.getRow(1).getCell(2).setCellStyle(time);
            sheet.getRow(1).getCell(1).setCellStyle(scientific);
            fill(sheet, 3, "C-2", "13900139000", "2026-03-01 10:00:00", "", 7.0);
            sheet.getRow(3).getCell(3).setCellFormula("CONCATENATE(\"没人\",\"理\")");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            return sheet;
        });
        List<CanonicalComplaint> calls = complaints(file);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).customer().phones()).containsExactly("+8613800138000");
        assertThat(calls.get(0).product().orderNo()).isEqualTo("20260101001");
        assertThat(calls.get(0).complaint().occurredAt()).isEqualTo("2026-03-01T01:30:00Z");
        assertThat(calls.get(1).complaint().text()).isEqualTo("没人理");
        assertThat(calls.get(1).sourceKey()).isEqualTo("call:C-2");
    }

    @Test
    void a_date_alone_and_a_workbook_that_counts_from_1904_are_right() throws IOException {
        Path file = workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Sheet sheet = sheet(book, HEADER);
            fill(sheet, 1, "C-1", "", LocalDate.of(2026, 3, 1), "色差", "");
            sheet.getRow(1).getCell(2).setCellStyle(style(book, "yyyy/m/d"));
            return sheet;
        });
        assertThat(complaints(file).get(0).complaint().occurredAt()).isEqualTo("2026-02-28T16:00:00Z");
    }

    @Test
    void hidden_sheets_are_no_calls_and_a_number_counts_what_a_person_sees() throws Exception {
        Path file = workbook(book -> {
            for (String name : List.of("hidden", "very hidden", "first", "second")) {
                Sheet sheet = book.createSheet(name);
                fill(sheet, 0, HEADER.toArray());
                fill(sheet, 1, "C-" + name, "13800138000", "", name, "");
            }
            book.setSheetVisibility(0, SheetVisibility.HIDDEN);
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            return book.getSheetAt(2);
        });
        assertThat(complaints(file))
                .singleElement()
                .satisfies(call -> assertThat(call.complaint().text()).isEqualTo("first"));
        for (String named : List.of("2", "second")) {
            Files.writeString(
                    data.resolve("mappings/named.yaml"),
                    "fields: {complaint.text: 内容}\nfile: {sheet: \"" + named + "\"}\n");
            var mapping = io.redress.mapping.Mapping.read(data.resolve("mappings/named.yaml"));
            try (var rows = CallFileRows.open(file, FileScan.of(file, mapping.file()), mapping, data)) {
                assertThat(rows.description()).contains("sheet 'second'");
            }
        }
    }

    @Test
    void an_error_is_no_value() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            fill(sheet, 1, "C-1", "13800138000", "", "", "");
            sheet.getRow(1).getCell(3).setCellErrorValue(FormulaError.DIV0.getCode());
            fill(sheet, 2, "C-2", "", "", "色差", "");
            sheet.getRow(2).getCell(1).setCellErrorValue(FormulaError.NA.getCode());
            return sheet;
        });
        List<RawMessage> rows = CallFileFixture.rows(hub.open("call-center", file));
        assertThat(hub.read(rows.get(0))).isInstanceOf(Refusal.class);
        assertThat(((CanonicalComplaint) hub.read(rows.get(1))).customer().phones())
                .isEmpty();
    }

    @Test
    void a_number_of_which_excel_has_dropped_digits_is_rejected() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            fill(sheet, 1, "C-1", "13800138000", "", "色差", 2.02601010011234567E17);
            return sheet;
        });
        RawMessage row = CallFileFixture.rows(hub.open("call-center", file)).get(0);
        assertThat(hub.read(row)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .contains("line 2", "'订单号'", "its digits are lost"));
    }

    @Test
    void inline_texts_as_streaming_writers_make_them_are_read() throws IOException {
        Path file = data.resolve("calls.xlsx");
        try (var book = new SXSSFWorkbook(10);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet();
            fill(sheet, 0, HEADER.toArray());
            for (int i = 1; i <= 50; i++) {
                fill(sheet, i, "C-" + i, "13800138000", "", "投诉 " + i, "");
            }
            book.write(out);
        }
        assertThat(complaints(file)).hasSize(50).last().satisfies(call -> assertThat(
                        call.complaint().text())
                .isEqualTo("投诉 50"));
    }

    @Test
    void a_mapping_can_name_the_sheet_and_a_missing_one_is_told() throws IOException {
        Path file = workbook(book -> sheet(book, HEADER));
        Files.writeString(data.resolve("mappings/sheet.yaml"), "fields: {complaint.text: 内容}\nfile: {sheet: 三月}\n");
        var sheet = io.redress.mapping.Mapping.read(data.resolve("mappings/sheet.yaml"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> CallFileRows.open(file, FileScan.of(file, sheet.file()), sheet, data)))
                .hasMessageContaining("no sheet '三月'; it has [Sheet0]");
    }

    @Test
    void a_truncated_workbook_fails_and_says_so() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            fill(sheet, 1, "C-1", "", "", "色差", "");
            return sheet;
        });
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertFails(file, "the workbook is damaged");
    }

    @Test
    void a_workbook_damaged_in_the_middle_gives_the_rows_before_it_and_fails() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            for (int i = 1; i < 20; i++) {
                fill(sheet, i, "C-" + i, "", "", "色差", "");
            }
            return sheet;
        });
        Path broken = rewritten(file, "sheet1.xml", xml -> xml.replace("<c r=\"A12\"", "<c r=<\"A12\""));
        CallFile calls = hub.open("call-center", broken);
        assertThat(CallFileFixture.rows(calls)).hasSize(10);
        assertThat(calls.getFolder()).startsWith("failed/");
        assertThat(CallFileFixture.report(calls, ".reason.txt"))
                .contains("damaged after row", "rows: 10", "open no second ticket");
    }

    @Test
    void an_entity_is_never_followed() throws IOException {
        Path secret = Files.writeString(data.resolve("secret.txt"), "top secret");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            fill(sheet, 1, "C-1", "", "", "before", "");
            return sheet;
        });
        for (String part : List.of("sheet1.xml", "sharedStrings.xml", "workbook.xml")) {
            Path evil = rewritten(file, part, xml -> xml.replaceFirst("(<\\?xml[^>]*>)", "$1" + doctype)
                    .replaceFirst("<t>before</t>|<v>0</v>", "<t>&e;</t>"));
            CallFile calls = hub.open("call-center", evil);
            List<RawMessage> rows = CallFileFixture.rows(calls);
            assertThat(calls.getFolder()).as(part).startsWith("failed/");
            assertThat(rows).as(part).isEmpty();
            assertThat(CallFileFixture.report(calls, ".reason.txt")).as(part).doesNotContain("top secret");
        }
    }

    @Test
    void a_zip_bomb_fails() throws IOException {
        Path file = workbook(book -> sheet(book, HEADER));
        Path bomb = rewritten(
                file, "sheet1.xml", xml -> xml.replace("</sheetData>", " ".repeat(60_000_000) + "</sheetData>"));
        assertThat(Files.size(bomb)).isLessThan(1_000_000);
        assertFails(bomb, "Zip bomb");
    }

    @Test
    void a_cell_of_a_megabyte_is_a_bad_row() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = sheet(book, HEADER);
            fill(sheet, 1, "C-1", "", "", "huge", "");
            fill(sheet, 2, "C-2", "", "", "fine", "");
            return sheet;
        });
        StringBuilder random = new StringBuilder();
        new java.util.Random(1).ints(1_000_000, 0, 26).forEach(n -> random.append((char) ('a' + n)));
        Path huge = rewritten(file, "sharedStrings.xml", xml -> xml.replace(">huge<", ">" + random + "<"));
        List<RawMessage> rows = CallFileFixture.rows(hub.open("call-center", huge));
        assertThat(hub.read(rows.get(0))).isInstanceOf(Refusal.class);
        assertThat(hub.read(rows.get(1))).isInstanceOf(CanonicalComplaint.class);
    }

    private void assertFails(Path file, String reason) throws IOException {
        CallFile calls = hub.open("call-center", file);
        CallFileFixture.rows(calls);
        assertThat(calls.getFolder()).startsWith("failed/");
        assertThat(CallFileFixture.report(calls, ".reason.txt")).contains(reason);
    }

    private List<CanonicalComplaint> complaints(Path file) throws IOException {
        return CallFileFixture.rows(hub.open("call-center", file)).stream()
                .map(hub::read)
                .map(CanonicalComplaint.class::cast)
                .toList();
    }

    private Path workbook(Function<XSSFWorkbook, Sheet> fill) throws IOException {
        Path file = data.resolve("calls.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            assertThat(fill.apply(book).getWorkbook()).isSameAs(book);
            book.write(out);
        }
        return file;
    }

    private static Sheet sheet(XSSFWorkbook book, List<String> header) {
        Sheet sheet = book.createSheet();
        fill(sheet, 0, header.toArray());
        return sheet;
    }

    private static CellStyle style(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void fill(Sheet sheet, int row, Object... values) {
        var cells = sheet.createRow(row);
        for (int i = 0; i < values.length; i++) {
            Cell cell = cells.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (values[i] instanceof Double number) {
                cell.setCellValue(number);
            } else if (values[i] instanceof LocalDateTime time) {
                cell.setCellValue(time);
            } else if (values[i] instanceof LocalDate date) {
                cell.setCellValue(date);
            } else {
                cell.setCellValue(String.valueOf(values[i]));
            }
        }
    }

    /** The workbook with one part of it changed. */
    private Path rewritten(Path file, String part, Function<String, String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(Files.newInputStream(file));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                boolean changed = entry.getName().endsWith("/" + part);
                out.write(
                        changed
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return Files.write(data.resolve("rewritten.xlsx"), bytes.toByteArray());
    }
}

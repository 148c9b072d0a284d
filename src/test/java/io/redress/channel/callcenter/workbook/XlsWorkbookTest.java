package io.redress.channel.callcenter.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.callcenter.CallFile;
import io.redress.channel.callcenter.CallFileFixture;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of Excel 97 to 2003. */
class XlsWorkbookTest {

    @TempDir
    Path data;

    private CallFileFixture hub;

    @BeforeEach
    void open() throws IOException {
        hub = new CallFileFixture(data);
    }

    @Test
    void texts_numbers_dates_and_formulas_are_read_as_a_person_sees_them() throws IOException {
        Path file = workbook(book -> {
            book.createSheet("hidden").createRow(0).createCell(0).setCellValue("投诉内容");
            Sheet sheet = book.createSheet("七月");
            book.setSheetHidden(0, true);
            book.setActiveSheet(1);
            CellStyle time = style(book, "[$-804]yyyy\"年\"m\"月\"d\"日\" aaaa");
            CellStyle grouped = style(book, "#,##0");
            header(sheet, "通话编号", "电话", "来电时间", "投诉内容", "订单号");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("C-1");
            row.createCell(1).setCellValue(13800138000.0);
            row.createCell(2).setCellValue(LocalDateTime.of(2026, 3, 1, 9, 30));
            row.getCell(2).setCellStyle(time);
            row.createCell(3).setCellValue("沙发有色差");
            row.createCell(4).setCellValue(202607010001.0);
            row.getCell(4).setCellStyle(grouped);
            Row second = sheet.createRow(4);
            second.createCell(0).setCellValue(7);
            second.createCell(1).setCellValue(8);
            second.createCell(3).setCellFormula("CONCATENATE(\"没人\",\"理\")");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        CallFile calls = hub.open("call-center", file);
        List<CanonicalComplaint> read = CallFileFixture.rows(calls).stream()
                .map(hub::read)
                .map(CanonicalComplaint.class::cast)
                .toList();
        assertThat(read).hasSize(2);
        assertThat(read.get(0).customer().phones()).containsExactly("+8613800138000");
        assertThat(read.get(0).complaint().occurredAt()).isEqualTo("2026-03-01T01:30:00Z");
        assertThat(read.get(0).product().orderNo()).isEqualTo("202607010001");
        assertThat(read.get(1).sourceKey()).isEqualTo("call:7");
        assertThat(read.get(1).complaint().text()).isEqualTo("没人理");
        assertThat(CallFileFixture.report(calls, ".summary.txt")).contains("read as: workbook (.xls), sheet '七月'");
    }

    @Test
    void texts_that_go_over_several_records_are_whole() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            header(sheet, "通话编号", "投诉内容");
            for (int i = 1; i <= 3_000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("C-" + i);
                row.createCell(1).setCellValue("投诉 " + i + " " + "长".repeat(i % 50) + "x".repeat(i % 70));
            }
        });
        List<RawMessage> rows = CallFileFixture.rows(hub.open("call-center", file));
        assertThat(rows).hasSize(3_000);
        for (int i : List.of(1, 777, 1500, 2_999)) {
            assertThat(((CanonicalComplaint) hub.read(rows.get(i - 1)))
                            .complaint()
                            .text())
                    .isEqualTo("投诉 " + i + " " + "长".repeat(i % 50) + "x".repeat(i % 70));
        }
    }

    @Test
    void a_damaged_one_fails_with_the_remedy() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            header(sheet, "投诉内容");
            for (int i = 1; i <= 2_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue("投诉 " + i);
            }
        });
        byte[] whole = Files.readAllBytes(file);
        for (int parts = 1; parts < 8; parts++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * parts / 8));
            assertFails(file, "save it as .xlsx");
        }
    }

    @Test
    void one_with_a_password_fails_and_says_so() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            assertFails(workbook(book -> header(book.createSheet(), "投诉内容")), "password");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void any_damage_gives_rows_or_a_reason() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(book -> {
            Sheet sheet = book.createSheet();
            header(sheet, "通话编号", "投诉内容");
            for (int i = 1; i <= 300; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(i);
                row.createCell(1).setCellValue("投诉 " + i);
            }
        }));
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + round % 20; i++) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
            }
            CallFile calls = hub.open("call-center", Files.write(data.resolve("damaged.xls"), damaged));
            CallFileFixture.rows(calls).forEach(hub::read);
            assertThat(calls.getReports()).isNotEmpty();
            hub.files.forget(calls);
        }
    }

    private void assertFails(Path file, String reason) throws IOException {
        CallFile calls = hub.open("call-center", file);
        CallFileFixture.rows(calls);
        assertThat(calls.getFolder()).startsWith("failed/");
        assertThat(CallFileFixture.report(calls, ".reason.txt")).contains(reason);
    }

    private Path workbook(Consumer<HSSFWorkbook> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook();
                OutputStream out = bytes) {
            fill.accept(book);
            book.write(out);
        }
        return Files.write(data.resolve("calls.xls"), bytes.toByteArray());
    }

    private static void header(Sheet sheet, String... names) {
        Row row = sheet.createRow(0);
        for (int i = 0; i < names.length; i++) {
            row.createCell(i).setCellValue(names[i]);
        }
    }

    private static CellStyle style(HSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}

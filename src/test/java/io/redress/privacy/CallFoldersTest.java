package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallFoldersTest {

    private static final TraceSearch TRACES = new TraceSearch(List.of("13912345678", "the kettle of a stranger"));

    @TempDir
    Path data;

    private Path done;
    private CallFolders folders;

    @BeforeEach
    void make() throws Exception {
        done = Files.createDirectories(data.resolve("inbox/calls/done/2026-07-01/080000"));
        folders = new CallFolders(List.of(data.resolve("inbox")), data.resolve("outbox"));
    }

    @Test
    void a_workbook_loses_the_persons_row_and_its_texts_and_stays_a_workbook() throws Exception {
        Path file = done.resolve("calls.xlsx");
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (String[] cells : new String[][] {
                {"phone", "text"},
                {"13912345678", "the kettle of a stranger"},
                {"13700137000", "the lamp of a bystander"}
            }) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                row.createCell(0).setCellValue(cells[0]);
                row.createCell(1).setCellValue(cells[1]);
            }
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        assertThat(TRACES.in(unzipped(file))).isTrue();
        assertThat(folders.blank(TRACES)).isEmpty();
        assertThat(TRACES.in(unzipped(file))).isFalse();
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("the lamp of a bystander");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("phone");
        }
    }

    @Test
    void reports_and_call_lists_are_emptied_and_what_waits_in_the_inbox_is_not_touched() throws Exception {
        Path rejected = Files.writeString(done.resolve("calls.csv.rejected.csv"), "phone,line\n'13912345678,2\n");
        Path list = Files.createDirectories(data.resolve("outbox/callbacks")).resolve("callbacks-1.csv");
        Files.writeString(list, "name,phone\nWei,13912345678\nLi,13700137000\n");
        Path waiting = Files.writeString(data.resolve("inbox/calls/new.csv"), "phone\n13912345678\n");
        assertThat(folders.blank(TRACES)).isEmpty();
        assertThat(rejected).hasContent("phone,line\n,\n");
        assertThat(list).hasContent("name,phone\n,\nLi,13700137000\n");
        assertThat(waiting).hasContent("phone\n13912345678\n");
    }

    @Test
    void a_workbook_that_cannot_be_read_is_named() throws Exception {
        Path broken = Files.writeString(done.resolve("broken.xlsx"), "13912345678");
        assertThat(folders.blank(TRACES)).containsExactly(broken);
    }

    private static byte[] unzipped(Path file) throws Exception {
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(all);
            }
        }
        return all.toByteArray();
    }
}

package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.callcenter.CallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Parts of XLSX files, in a zip of their own: the sheet, the shared texts and the styles, with a NUL between. */
class WorkbookFuzzTest {

    @FuzzTest
    void any_workbook_gives_rows_and_reports(byte[] parts) throws IOException {
        String[] part = new String(parts, StandardCharsets.ISO_8859_1).split("\0", 3);
        var xlsx = new Xlsx().sheet(bytes(part[0]));
        if (part.length > 1) {
            xlsx.sharedStrings(bytes(part[1]));
        }
        if (part.length > 2) {
            xlsx.styles(bytes(part[2]));
        }
        CallFile read = CallFileReader.of("calls.xlsx", xlsx.bytes());
        assertThat(read.getFolder()).matches("(done|failed)/[0-9/-]+.*");
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}

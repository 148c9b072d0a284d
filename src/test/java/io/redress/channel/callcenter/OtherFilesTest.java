package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no tables although their names say so. */
class OtherFilesTest {

    @TempDir
    Path data;

    @Test
    void a_gzip_archive_is_told_as_such() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("电话,内容\n13800138000,色差\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(reason(bytes.toByteArray()))
                .contains("it is a gzip archive, not a table", " → unpack it")
                .doesNotContain("charset");
    }

    @Test
    void a_pdf_is_told_as_such() throws IOException {
        byte[] pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reason(pdf))
                .contains("it is a PDF, not a table", " → export it as CSV or .xlsx")
                .doesNotContain("charset");
    }

    private String reason(byte[] content) throws IOException {
        CallFile file = new CallFileFixture(data).open("call-center", Files.write(data.resolve("calls.csv"), content));
        assertThat(CallFileFixture.rows(file)).isEmpty();
        assertThat(file.getFolder()).startsWith("failed/");
        return CallFileFixture.report(file, ".reason.txt");
    }
}

package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.callcenter.CallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Workbooks of a few hundred kilobytes that would fill the memory when they are unpacked. */
class HostileWorkbookTest {

    @Test
    void styles_are_not_read_into_memory_beyond_what_a_shop_can_have() throws IOException {
        String xf = "<xf numFmtId=\"%d\" fontId=\"%d\"/>";
        var random = new Random(1);
        var styles = new StringBuilder(
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>");
        while (styles.length() < 5_000_000) {
            styles.append(xf.formatted(random.nextInt(), random.nextInt()));
        }
        refuses(new Xlsx().styles(latin(styles.append("</cellXfs></styleSheet>").toString())), "4194304 bytes");
    }

    @Test
    void no_piece_of_a_sheet_is_longer_than_sixteen_megabytes() throws IOException {
        var reference = new StringBuilder();
        var random = new Random(1);
        while (reference.length() < 17_000_000) {
            reference.append(random.nextLong());
        }
        refuses(
                new Xlsx()
                        .sheet(Xlsx.rows("<row><c t=\"inlineStr\"><is><t>投诉内容</t></is></c></row><row><c r=\""
                                + reference + "\"/></row>")),
                "16777216 bytes");
    }

    @Test
    void elements_of_a_sheet_and_of_its_texts_are_not_within_each_other_without_end() throws IOException {
        refuses(new Xlsx().sheet(Xlsx.rows("<row>".repeat(1000))), "nested deeper");
        refuses(new Xlsx().sharedStrings(latin("<si>".repeat(1000))), "nested deeper");
    }

    @Test
    void a_doctype_is_refused_in_every_part() throws IOException {
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>";
        refuses(new Xlsx().sheet(latin(evil)), "");
        refuses(new Xlsx().sharedStrings(latin(evil)), "");
        refuses(new Xlsx().styles(latin(evil)), "");
        refuses(new Xlsx().part("xl/workbook.xml", latin(evil)), "");
        refuses(new Xlsx().part("[Content_Types].xml", latin(evil)), "");
        refuses(new Xlsx().part("_rels/.rels", latin(evil)), "");
    }

    private static void refuses(Xlsx xlsx, String reason) throws IOException {
        CallFile read = CallFileReader.of("calls.xlsx", xlsx.bytes());
        assertThat(read.getFolder()).startsWith("failed/");
        assertThat(CallFileReader.lastReason()).contains(reason);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

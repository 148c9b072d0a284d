package io.redress.api.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Figures as files. */
class FigureSheetTest {

    @Test
    void numbers_can_be_calculated_with_and_codes_of_products_stay_as_they_are() throws IOException {
        String cells = cells(List.of("0042", "12E3", "=1+1", "17", "-0.25", "1.0E-4"));

        assertThat(cells).contains(">0042<", ">12E3<", ">=1+1<").doesNotContain("<v>0042", "<v>12E3", "<v>=");
        assertThat(cells).contains("<v>17</v>", "<v>-0.25</v>", "<v>1.0E-4</v>");
    }

    private static String cells(List<String> line) throws IOException {
        byte[] file = Objects.requireNonNull(
                new FigureSheet("figures", line, List.of(line)).answer(true).getBody());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith("sheet1.xml")) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

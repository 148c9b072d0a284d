package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRedactionTest {

    private static final Charset GBK = Charset.forName("GBK");
    private final RowRedaction rows =
            new RowRedaction(new TraceSearch(List.of("13912345678", "欧阳忘川", "wei@example.com")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,13912345678,x",
                "a,139 1234 5678,x",
                "a,139-1234-5678,x",
                "a,+86 (139) 1234.5678,x",
                "a,１３９１２３４５６７８,x",
                "a,欧阳忘川,x",
                "a,WEI@Example.com,x",
                "\"a\",\"13912345678\nsecond line\",\"x\""
            })
    void only_the_persons_row_is_emptied_and_the_table_keeps_its_form(String row) {
        String text = "id,电话,text\r\n1,13700137000,one\r\n" + row + "\r\n3,13600136000,three\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, GBK, StandardCharsets.UTF_8)) {
            assertThat(new String(rows.blank(text.getBytes(charset)), charset))
                    .isEqualTo("id,电话,text\r\n1,13700137000,one\r\n,,\r\n3,13600136000,three\r\n");
        }
    }

    @Test
    void a_file_without_the_person_stays_byte_for_byte() {
        byte[] file = "\uFEFFid;电话\n1;13700137000\n".getBytes(StandardCharsets.UTF_8);
        assertThat(rows.blank(file)).isSameAs(file);
    }

    @Test
    void a_quote_that_nobody_closes_takes_no_other_row_along() {
        String text = "id,text\n1,a \"quote\n2,13912345678\n3,c\n4,d\n";
        assertThat(new String(rows.blank(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .contains("3,c\n4,d\n")
                .doesNotContain("139");
    }

    @Test
    void a_shorter_number_is_not_the_persons() {
        String text = "id,text\n1,1391234567\n2,order 2391234567\n";
        assertThat(new String(rows.blank(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }
}

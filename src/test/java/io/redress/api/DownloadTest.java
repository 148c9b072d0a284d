package io.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

class DownloadTest {

    @Test
    void a_name_is_given_in_ascii_and_as_it_is() {
        assertThat(Download.disposition("发票 1.pdf"))
                .isEqualTo("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E5%8F%91%E7%A5%A8%201.pdf");
        assertThat(Download.disposition("receipt.pdf"))
                .isEqualTo("attachment; filename=\"receipt.pdf\"; filename*=UTF-8''receipt.pdf");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            a"; filename=evil.exe|a_; filename=evil.exe
            a\\"b|a__b
            50%25.txt|50_25.txt
            ../../etc/passwd|.._.._etc_passwd
            𠮷.jpg|_.jpg""")
    void no_name_breaks_out_of_its_quotes(String name, String plain) {
        String header = Download.disposition(name);
        assertThat(header).contains("filename=\"" + plain + "\";");
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name);
    }

    @Test
    void no_control_character_reaches_the_header() {
        assertThat(Download.disposition("a\r\nSet-Cookie: x\0\u007F"))
                .matches("[\\x20-\\x7E]+")
                .doesNotContain("%0D");
    }
}

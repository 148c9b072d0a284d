package io.redress.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "the lamp is broken", "灯坏了。\n第二行\t表格", "灯坏了😡", "é ü ñ", "a\u00A0b"})
    void clean_text_is_unchanged(String text) {
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'  lamp  ', lamp",
        "'\u2003lamp\n', lamp",
        "'a\r\nb', 'a\nb'",
        "'a\rb', 'a\nb'",
        "'a\u0000b', ab",
        "'a\u0007b\u007F', ab",
        "'a\u0085b', ab",
        "'a\uD83Db', ab",
        "'a\uDE21b', ab",
        "'\u0000 a', a",
        "'😡\u0000', 😡"
    })
    void text_is_stripped_has_lf_line_ends_and_no_control_characters_or_lone_surrogates(String text, String clean) {
        assertThat(CleanText.of(text)).isEqualTo(clean);
    }
}

package io.redress.channel.chat.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @Test
    void a_text_that_fits_stays_as_it_is() {
        assertThat(new TextLimit(5, false).cut("漏水了!!")).isEqualTo("漏水了!!");
        assertThat(new TextLimit(11, true).cut("漏水了!!")).isEqualTo("漏水了!!");
    }

    @ParameterizedTest
    @ValueSource(strings = {FAMILY, "🇨🇳", "👍🏽", "e\u0301", "\u1100\u1161\u11a8", "नि"})
    void what_people_see_as_one_character_is_not_cut_apart(String character) {
        String text = "ab" + character + character;
        int room = ("ab" + character).length() + 1;

        assertThat(new TextLimit(room, false).cut(text)).isEqualTo("ab" + character + "…");
        assertThat(new TextLimit(room - 1, false).cut(text)).isEqualTo("ab…");
    }

    @Test
    void bytes_are_those_of_utf_8() {
        assertThat(new TextLimit(10, true).cut("漏水了漏水了").getBytes(StandardCharsets.UTF_8))
                .hasSize(9);
    }
}

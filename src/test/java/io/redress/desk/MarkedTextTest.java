package io.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.desk.MarkedText.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void the_words_are_those_that_reasons_quote() {
        assertThat(MarkedText.words(List.of(
                        "category return because of the words send them back, return; the customer asks for refund",
                        "major because somebody is hurt (触电)",
                        "category other because no rule found enough words to go by")))
                .containsExactly("send them back", "return", "触电");
    }

    @Test
    void a_text_in_pieces_is_the_same_text() {
        var pieces = MarkedText.of("Return it! I was (hurt).", List.of("return", "(hurt)"));

        assertThat(pieces)
                .containsExactly(
                        new Piece("Return", true),
                        new Piece(" it! I was ", false),
                        new Piece("(hurt)", true),
                        new Piece(".", false));
    }

    @Test
    void a_text_without_words_is_one_piece_and_an_empty_one_is_none() {
        assertThat(MarkedText.of("it broke", List.of())).containsExactly(new Piece("it broke", false));
        assertThat(MarkedText.of("", List.of("x"))).isEmpty();
    }

    @Test
    void what_is_shortened_keeps_its_characters_whole() {
        assertThat(ShortText.of("😀😀😀", 2)).isEqualTo("😀😀…");
        assertThat(ShortText.of("ab", 2)).isEqualTo("ab");
        assertThat(ShortText.of(null, 2)).isEmpty();
    }
}

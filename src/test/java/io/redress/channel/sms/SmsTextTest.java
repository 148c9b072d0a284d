package io.redress.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

    private static final String LINK = "https://help.example.com/tickets/R-261121-7K3M9Q?token=abcdefghij";

    @ParameterizedTest
    @CsvSource({
        "a,      0, 0",
        "a,      1, 1",
        "a,    160, 1",
        "a,    161, 2",
        "a,    306, 2",
        "a,    307, 3",
        "a,    459, 3",
        "a,    460, 4",
        "€,     80, 1",
        "€,     81, 2",
        "€,    152, 2",
        "€,    153, 3",
        "漏,    70, 1",
        "漏,    71, 2",
        "漏,   134, 2",
        "漏,   135, 3",
        "漏,   201, 3",
        "漏,   202, 4",
        "😀,    35, 1",
        "😀,    36, 2",
        "😀,    66, 2",
        "😀,    67, 3"
    })
    void a_text_takes_as_many_messages_as_the_standard_has(String character, int times, int segments) {
        assertThat(SmsText.segments(character.repeat(times))).isEqualTo(segments);
    }

    @Test
    void one_character_outside_the_gsm_alphabet_makes_the_whole_text_ucs_2() {
        assertThat(SmsText.isGsm("Über 50 € [ok] {x} ~ | \\ ^ñ@£")).isTrue();
        assertThat(SmsText.isGsm("it’s")).isFalse();
        assertThat(SmsText.segments("a".repeat(100) + "’")).isEqualTo(2);
    }

    @Test
    void what_fits_is_not_touched() {
        assertThat(SmsText.cut("漏水 " + LINK, 2)).isEqualTo("漏水 " + LINK);
    }

    @ParameterizedTest
    @CsvSource({"complaint , 1", "complaint , 2", "投诉已受理, 2", "投诉已受理, 3", "👨‍👩‍👧, 3"})
    void a_long_text_is_cut_before_its_link_which_stays_whole(String words, int most) {
        String cut = SmsText.cut(words.repeat(200) + "\n" + LINK, most);

        assertThat(cut).endsWith(" " + LINK);
        assertThat(SmsText.segments(cut)).isEqualTo(most);
        assertThat(cut).containsPattern("(\\.\\.\\.|…) https");
    }

    @Test
    void a_character_of_several_parts_is_not_cut_through() {
        String cut = SmsText.cut("👨‍👩‍👧".repeat(40), 1);

        assertThat(cut.substring(0, cut.length() - 1)).matches("(👨‍👩‍👧)+");
        assertThat(SmsText.segments(cut)).isEqualTo(1);
    }

    @Test
    void what_stands_behind_the_link_stays_where_it_fits() {
        String cut = SmsText.cut("complaint ".repeat(60) + LINK + " Reply STOP to end.", 1);

        assertThat(cut).endsWith(LINK + " Reply STOP to end.");
        assertThat(SmsText.segments(cut)).isEqualTo(1);
    }

    @Test
    void a_link_that_does_not_fit_at_all_is_left_out_and_never_cut() {
        String longLink = "https://help.example.com/" + "x".repeat(200);

        assertThat(SmsText.cut("Thank you for your message. " + longLink, 1))
                .isEqualTo("Thank you for your message....");
        assertThat(SmsText.cut("Words. " + LINK + " " + "y".repeat(200), 1)).endsWith(LINK);
    }
}

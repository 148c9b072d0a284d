package io.redress.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsWordsTest {

    private final SmsWords words = new SmsWords(Set.of("STOP", "TD", "T", "退订", "退訂"), Set.of("START", "恢复"));

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop. ", "ＴＤ", "t", "“T”", "退订", "退订。", "\n退訂！\n"})
    void a_message_that_says_nothing_but_the_word_ends_text_messages(String text) {
        assertThat(words.wanted(text)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "start!", "恢复"})
    void another_word_asks_for_them_again(String text) {
        assertThat(words.wanted(text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Please stop selling this kettle", "我要退订会员,退钱", "STOP it leaks", "", "...", "T恤破了", "stopp"})
    void a_complaint_in_which_the_word_stands_is_a_complaint(String text) {
        assertThat(words.wanted(text)).isEmpty();
    }
}

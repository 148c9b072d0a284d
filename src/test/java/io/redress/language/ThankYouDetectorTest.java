package io.redress.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ThankYouDetectorTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/language/mere-thanks.txt", delimiter = '\t')
    void a_mere_thank_you_is_one(String text) {
        assertThat(ThankYouDetector.isAll(text, "Mary Jones")).isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/language/thanks-and-more.txt", delimiter = '\t')
    void where_something_else_is_said_it_is_none(String text) {
        assertThat(ThankYouDetector.isAll(text, "Mary Jones")).isFalse();
    }

    @Test
    void nothing_at_all_is_no_thanks() {
        assertThat(ThankYouDetector.isAll("", "")).isFalse();
        assertThat(ThankYouDetector.isAll(" \n…!", "")).isFalse();
        assertThat(ThankYouDetector.isAll("Mary Jones", "Mary Jones")).isFalse();
    }

    @Test
    void the_name_below_may_be_any_name_but_only_the_writers() {
        assertThat(ThankYouDetector.isAll("谢谢\n李敏", "李敏")).isTrue();
        assertThat(ThankYouDetector.isAll("Thanks\nJosé", "José García")).isTrue();
        assertThat(ThankYouDetector.isAll("谢谢\n王五", "李敏")).isFalse();
    }

    @Test
    void a_long_text_says_something_else_too() {
        assertThat(ThankYouDetector.isAll("Thanks! ".repeat(30), "")).isFalse();
    }

    @Test
    void a_name_full_of_signs_is_no_pattern() {
        assertThat(ThankYouDetector.isAll("Thanks (", "(*[+ )a|.*")).isTrue();
    }
}

package io.redress.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSanitizerTest {

    private static final String FORGED = "2026-11-29T03:00:00.000Z  INFO 1 --- [main] io.redress : key erp read ticket";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\r\r\n"})
    void a_line_break_in_a_message_begins_no_entry(String lineBreak) {
        assertThat(LogSanitizer.message("refused: no" + lineBreak + FORGED).split("[\n\r\u0085\u2028\u2029\u000B\f]"))
                .noneMatch(line -> line.startsWith("2026"))
                .endsWith("  | " + FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B[2K", "\b\b\b", "\u0000", "\u007F", "\u009B2K", "\u202E", "\u2066", "\u0007"})
    void control_characters_do_not_reach_a_terminal(String control) {
        assertThat(LogSanitizer.message("refused" + control + "x"))
                .matches("refused[?].*x")
                .doesNotContain(control);
    }

    @Test
    void tabs_and_texts_in_any_language_stay() {
        assertThat(LogSanitizer.message("收到\tbroken · 碎了")).isEqualTo("收到\tbroken · 碎了");
    }

    @Test
    void a_line_break_in_an_exceptions_message_begins_no_entry_either() {
        String stack = "\njava.io.IOException: the server said\n" + FORGED + "\n\tat a.B.c(B.java:1)\n\t... 3 more\n"
                + "Caused by: java.lang.Error: x\r" + FORGED + "\n\tat a.B.d(B.java:2)\n";
        assertThat(LogSanitizer.stack(stack).split("\n"))
                .noneMatch(line -> line.startsWith("2026"))
                .contains("  | " + FORGED, "\tat a.B.c(B.java:1)", "\t... 3 more", "Caused by: java.lang.Error: x");
    }
}

package io.redress.channel.chat;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/** Cuts texts to a size in bytes. */
public final class Utf8Truncation {

    private static final String MORE = "…";

    private Utf8Truncation() {}

    /** The text, or as many whole characters of it as fit into {@code bytes} of UTF-8 with an ellipsis behind them. */
    public static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int left = bytes - MORE.getBytes(StandardCharsets.UTF_8).length;
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            left -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + MORE;
    }
}

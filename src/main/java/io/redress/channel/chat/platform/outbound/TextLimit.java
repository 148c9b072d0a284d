package io.redress.channel.chat.platform.outbound;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * How long a text may be on a platform. What is longer is cut behind a whole character.
 *
 * @param most of the unit
 * @param inBytes whether bytes of UTF-8 are counted; else UTF-16 units, as most platforms do
 */
record TextLimit(int most, boolean inBytes) {

    private static final String MORE = "…";

    /** The text, or as many whole characters of it as fit with an ellipsis behind them. */
    String cut(String text) {
        if (size(text) <= most) {
            return text;
        }
        int left = most - size(MORE);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            left -= size(text.substring(end, next));
            if (left < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + MORE;
    }

    private int size(String text) {
        return inBytes ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
    }
}

package io.redress.channel.chat.platform.outbound;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a text may be on a platform. What is longer is cut behind a whole character.
 *
 * @param most of the unit
 * @param inBytes whether bytes of UTF-8 are counted; else UTF-16 units, as most platforms do
 */
record TextLimit(int most, boolean inBytes) {

    private static final String MORE = "…";

    /** As people see them (UAX #29, extended grapheme clusters): a family of several emoji is one. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** The text, or as many whole characters of it as fit with an ellipsis behind them. */
    String cut(String text) {
        if (size(text) <= most) {
            return text;
        }
        int left = most - size(MORE);
        int end = 0;
        Matcher characters = CHARACTER.matcher(text);
        while (characters.find()) {
            left -= size(characters.group());
            if (left < 0) {
                break;
            }
            end = characters.end();
        }
        return text.substring(0, end) + MORE;
    }

    private int size(String text) {
        return inBytes ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
    }
}

package io.redress.desk;

import org.jspecify.annotations.Nullable;

/** Texts of strangers in as few characters as a list has room for. */
public final class ShortText {

    private ShortText() {}

    /**
     * The beginning of a text, with an ellipsis where something is left out; surrogate pairs stay whole.
     *
     * @param most characters
     * @return empty for null
     */
    public static String of(@Nullable String text, int most) {
        if (text == null) {
            return "";
        }
        String line = text.strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }
}

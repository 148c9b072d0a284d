package io.redress.language;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional and Simplified Chinese, character by character, after ICU's {@code Traditional-Simplified} rules. The
 * tables are made once: ICU's transliterators take a lock at each call.
 */
public final class ChineseScript {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final char[] TO_SIMPLIFIED = table("Traditional-Simplified");
    private static final char[] TO_TRADITIONAL = table("Simplified-Traditional");

    private ChineseScript() {}

    /** The character's Simplified form; itself when it has none. */
    public static char simplified(char c) {
        return c < FIRST || c > LAST ? c : TO_SIMPLIFIED[c - FIRST];
    }

    /** The text with every character in its Simplified form; the length stays the same. */
    public static String simplified(CharSequence text) {
        var simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            simplified.append(simplified(text.charAt(i)));
        }
        return simplified.toString();
    }

    /** True for a character that only Traditional Chinese writes. */
    static boolean isTraditional(char c) {
        return simplified(c) != c;
    }

    /** True for a character that Traditional Chinese writes otherwise. */
    static boolean isSimplified(char c) {
        return c >= FIRST && c <= LAST && TO_TRADITIONAL[c - FIRST] != c && !isTraditional(c);
    }

    private static char[] table(String rules) {
        var transliterator = Transliterator.getInstance(rules);
        var table = new char[LAST - FIRST + 1];
        for (char c = FIRST; c <= LAST; c++) {
            String other = transliterator.transliterate(String.valueOf(c));
            table[c - FIRST] = other.length() == 1 ? other.charAt(0) : c;
        }
        return table;
    }
}

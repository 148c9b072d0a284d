package io.redress.language;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional and Simplified Chinese, character by character, after ICU's {@code Traditional-Simplified} rules. The
 * tables are made once: ICU's transliterators take a lock at each call.
 */
public final class ChineseScript {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    /** Characters in one call: each call costs, and each further one in a call a little more. */
    private static final int AT_ONCE = 128;

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
        for (int from = FIRST; from <= LAST; from += AT_ONCE) {
            int until = Math.min(LAST, from + AT_ONCE - 1);
            var some = new StringBuilder(2 * AT_ONCE);
            for (int c = from; c <= until; c++) {
                some.append((char) c).append('\n'); // each by itself: a neighbour may change what becomes of it
            }
            String[] others = transliterator.transliterate(some.toString()).split("\n", -1);
            for (int c = from; c <= until; c++) {
                String other = others[c - from];
                table[c - FIRST] = other.length() == 1 ? other.charAt(0) : (char) c;
            }
        }
        return table;
    }
}

package io.redress.language;

/**
 * Traditional and Simplified Chinese, character by character, after ICU's {@code Traditional-Simplified} rules. They are
 * kept as tables: ICU takes half a second to make them of its rules, and a lock at each call.
 */
public final class ChineseScript {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    private static final char[] TO_SIMPLIFIED = table("traditional-simplified.txt");
    private static final char[] TO_TRADITIONAL = table("simplified-traditional.txt");

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

    private static char[] table(String file) {
        var table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        for (String line : LanguageResources.of(file)) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                table[line.charAt(i) - FIRST] = line.charAt(i + 1);
            }
        }
        return table;
    }
}

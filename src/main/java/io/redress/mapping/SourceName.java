package io.redress.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a mapping calls a form field or a column: by name, or by its number.
 *
 * @param written as in the mapping file
 * @param number from 1; 0 for a name
 * @param plain {@code written} as {@link #plain(String)} makes it; empty for a number
 */
record SourceName(String written, int number, String plain) {

    private static final Pattern NO_MEANING = Pattern.compile("[\\s\\p{Cf}]|[*:]$");

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(String name) {
        this(name.strip(), 0, plain(name.strip()));
    }

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(int number) {
        this("column " + number, number, "");
    }

    /** A name without what does not count: case, blanks, full width, a closing {@code *} or colon. */
    static String plain(String name) {
        if (isSurelyPlain(name)) {
            return name;
        }
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_MEANING.matcher(folded).replaceAll("");
    }

    /**
     * True for lower-case ASCII letters, digits, dots, hyphens and underscores, as in most forms; false does not mean that a
     * name is not plain.
     */
    private static boolean isSurelyPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean plain = character >= 'a' && character <= 'z'
                    || character >= '0' && character <= '9'
                    || character == '_'
                    || character == '-'
                    || character == '.';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}

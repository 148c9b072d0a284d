package io.redress.mapping.json;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of fields, columns and members, as people write them in many ways. */
public final class PlainName {

    private static final Pattern NO_MEANING = Pattern.compile("[\\s\\p{Cf}]|[*:]$");

    private PlainName() {}

    /** A name without what does not count: case, blanks, full width, a closing {@code *} or colon. */
    public static String of(String name) {
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

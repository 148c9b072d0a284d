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
 */
record SourceName(String written, int number) {

    private static final Pattern NO_MEANING = Pattern.compile("[\\s\\p{Cf}]|[*:]$");

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(String name) {
        this(name.strip(), 0);
    }

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(int number) {
        this("column " + number, number);
    }

    /** A name without what does not count: case, blanks, full width, a closing {@code *} or colon. */
    static String plain(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_MEANING.matcher(folded).replaceAll("");
    }
}

package io.redress.mapping;

import java.util.regex.Pattern;

/**
 * A number of a column that a program has written as a decimal fraction: pandas writes a whole column so ({@code 1001.0}) when one
 * of its cells is empty.
 */
final class WholeNumber {

    private static final Pattern PHONE = Pattern.compile("(\\d{1,20})\\.0{1,2}");
    /** Fewer digits may be a version or a chapter. */
    private static final Pattern IDENTIFIER = Pattern.compile("(\\d{4,30})\\.0{1,2}");

    private WholeNumber() {}

    /** The digits alone, where a field is a phone or an identifier; any other value stays as it is. */
    static String of(CanonicalField field, String value) {
        return switch (field.kind()) {
            case PHONE -> digits(PHONE, value);
            case IDENTIFIER -> digits(IDENTIFIER, value);
            default -> value;
        };
    }

    private static String digits(Pattern number, String value) {
        var whole = number.matcher(value);
        return whole.matches() ? whole.group(1) : value;
    }
}

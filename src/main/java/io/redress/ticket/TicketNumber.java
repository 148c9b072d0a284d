package io.redress.ticket;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of a ticket's number, {@code R-yymmdd-XXXXXX}: the day of the hand-off (UTC) and six digits of Crockford's
 * base 32 (https://www.crockford.com/base32.html), which has no I, L, O and U.
 */
public final class TicketNumber {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** A regular expression, for any case: o, i and l are read as the digits that they are taken for. */
    public static final String FORM = "R-\\d{6}-[0-9A-TV-Z]{6}";

    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9])" + FORM + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE);

    private TicketNumber() {}

    /** The numbers named in a text, in their order, as the hub writes them (o read as 0, i and l as 1). */
    public static Set<String> namedIn(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        var matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            numbers.add(canonical(matcher.group()));
        }
        return numbers;
    }

    /** Six digits for the low 30 bits of {@code value}. */
    public static String digits(int value) {
        var digits = new StringBuilder(6);
        for (int shift = 25; shift >= 0; shift -= 5) {
            digits.append(ALPHABET.charAt((value >>> shift) & 31));
        }
        return digits.toString();
    }

    /**
     * The 30 bits of six digits.
     *
     * @throws IllegalArgumentException when they are not {@link #digits} of anything
     */
    public static int value(String digits) {
        int value = 0;
        for (char digit : digits.toCharArray()) {
            int bits = ALPHABET.indexOf(digit);
            if (bits < 0 || digits.length() != 6) {
                throw new IllegalArgumentException("not six digits of a ticket number: " + digits);
            }
            value = value << 5 | bits;
        }
        return value;
    }

    private static String canonical(String number) {
        return number.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}

package io.redress.channel.callcenter.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the number format of a cell says (ECMA-376, 18.8.31), beyond what POI knows of it: weekday names, the words of Chinese,
 * Japanese and Korean dates, and the formats that have only a number in files of those countries.
 */
final class CellFormat {

    /** Quoted and escaped text, the width of a character, a filling character, and conditions, colours, currencies and locales. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[(?![hHmMsS]+])[^]]*]");

    private static final Pattern WORDS = Pattern.compile("AM/PM|A/P|上午/下午|general", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION_OF_SECOND = Pattern.compile("(?<=s)\\.0+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[ymdhsgeb]|a{3,4}");
    private static final Pattern DIGITS = Pattern.compile("[0#?]");
    /** Neither leading zeros nor text between or beside the digits, which would mean something. */
    private static final Pattern PLAIN = Pattern.compile("[#,?\\s]*0?(\\.[0#?]*)?(e\\+[0#]+)?[\\s()¥$€£%-]*");

    private CellFormat() {}

    static boolean isDate(int index, String format) {
        if (format.startsWith("reserved")) {
            return isEastAsianDate(index);
        }
        String first =
                WORDS.matcher(LITERAL.matcher(first(format)).replaceAll("")).replaceAll("");
        String letters = FRACTION_OF_SECOND.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        return DATE.matcher(letters).find() && !DIGITS.matcher(letters).find();
    }

    /** Whether a whole number in that format is nothing but its digits. */
    static boolean isPlain(String format) {
        if (format.equals("General") || format.equals("@")) {
            return true;
        }
        String bare = LITERAL.matcher(first(format)).replaceAll("").toLowerCase(Locale.ROOT);
        return !bare.contains("%")
                && PLAIN.matcher(bare).matches()
                && !first(format).contains("\"");
    }

    /** Numbers 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean files, which do not write their patterns. */
    private static boolean isEastAsianDate(int index) {
        return (index >= 27 && index <= 36) || (index >= 50 && index <= 58);
    }

    /** The part for positive numbers. */
    private static String first(String format) {
        int end = format.indexOf(';');
        return end > 0 ? format.substring(0, end) : format;
    }
}

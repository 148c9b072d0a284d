package io.redress.mapping;

/** What a spreadsheet program takes for a formula in a table that it opens (OWASP, CSV Injection). */
public final class SpreadsheetFormula {

    /** Excel reads the full-width signs of Chinese and Japanese keyboards like the others. */
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetFormula() {}

    /** Whether a cell with this text would be calculated. */
    public static boolean is(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** The text with an apostrophe before it if it would be calculated. */
    public static String harmless(String text) {
        return is(text) ? "'" + text : text;
    }
}

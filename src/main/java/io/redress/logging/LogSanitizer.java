package io.redress.logging;

import java.util.regex.Pattern;

/**
 * Texts of the log that may hold words of strangers, such as another system's answer. A line break in them must not begin a
 * line that looks like one of the log's own, and no control character may reach a terminal (CWE-117).
 */
final class LogSanitizer {

    private static final String MARK = "\n  | ";
    private static final Pattern BREAK = Pattern.compile("\r\n|[\n\r\u000B\f\u0085\u2028\u2029]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\u202A-\u202E\u2066-\u2069]");

    /** A line of a stack trace as Java or Logback writes it. */
    private static final Pattern FOREIGN =
            Pattern.compile("\n(?!\\s*at |\\s*\\.\\.\\. |\\s*(?:Caused by|Suppressed|Wrapped by): |$|\n)");

    private LogSanitizer() {}

    /** The same with each further line marked, so that nobody takes it for an entry of its own. */
    static String message(String text) {
        return printable(BREAK.matcher(text).replaceAll(MARK));
    }

    /** The same for a stack trace, whose own lines stay as they are. */
    static String stack(String text) {
        String lines = BREAK.matcher(text).replaceAll("\n");
        return printable(FOREIGN.matcher(lines).replaceAll(MARK));
    }

    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}

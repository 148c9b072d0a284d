package io.redress.channel.callcenter;

/**
 * Follows the quotes of a row over its lines, to know whether a value goes on in the next line. A quote opens a value only
 * at its start; a doubled one stands for itself.
 */
final class OpenQuote {

    private final char delimiter;
    private final char quote;
    private boolean open;

    OpenQuote(char delimiter, char quote) {
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** Reads a line, and tells whether a quote is open at its end. */
    boolean after(String line) {
        boolean valueStarts = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open) {
                if (c == quote) {
                    boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == quote;
                    open = doubled;
                    i += doubled ? 1 : 0;
                }
            } else if (c == quote && valueStarts) {
                open = true;
                valueStarts = false;
            } else if (c == delimiter) {
                valueStarts = true;
            } else if (!Character.isWhitespace(c)) {
                valueStarts = false;
            }
        }
        return open;
    }
}

package io.redress.channel.callcenter.text;

/**
 * Follows the quotes of a row over its lines, to know whether a value goes on in the next line. A quote opens a value only
 * at its start; a doubled one stands for itself.
 */
final class QuoteTracker {

    private final char delimiter;
    private final char quote;
    private boolean open;
    private boolean closed;
    private boolean trailed;
    private boolean strayed;

    QuoteTracker(char delimiter, char quote) {
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
                    closed = !doubled;
                    i += doubled ? 1 : 0;
                }
            } else if (c == quote && valueStarts) {
                open = true;
                valueStarts = false;
            } else if (c == delimiter) {
                valueStarts = true;
                closed = false;
            } else if (!Character.isWhitespace(c)) {
                trailed |= closed;
                strayed |= closed && c == quote;
                valueStarts = false;
            }
        }
        return open;
    }

    /** Whether text stood between a closing quote and the next delimiter: {@code "Li" <1001>} in the records of a PBX. */
    boolean hasTrailed() {
        return trailed;
    }

    /** Whether that text had a quote in it, so that nobody can tell where the value ends. */
    boolean hasStrayed() {
        return strayed;
    }
}

package io.redress.reply.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as a browser reads names of hosts in it (compatibility forms and full-width letters folded, lower case, the Chinese full
 * stop between letters a dot; UTS #46), which knows where each character stood.
 */
final class FoldedText {

    private static final char FULL_STOP = '\u3002';

    private final StringBuilder folded = new StringBuilder();
    private final int[] from;
    private final int[] to;

    FoldedText(String text) {
        int room = text.length() * 18 + 1; // the longest fold of one character, by Unicode's own bound
        from = new int[room];
        to = new int[room];
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            String one = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < one.length(); i++) {
                from[folded.length()] = at;
                to[folded.length()] = next;
                folded.append(one.charAt(i));
            }
            at = next;
        }
        for (int i = 1; i < folded.length() - 1; i++) {
            if (folded.charAt(i) == FULL_STOP && isHostLetter(i - 1) && isHostLetter(i + 1)) {
                folded.setCharAt(i, '.');
            }
        }
    }

    private boolean isHostLetter(int i) {
        char c = folded.charAt(i);
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-');
    }

    /** Where the character at a place of the folded text begins in the text. */
    int from(int place) {
        return from[place];
    }

    /** Where it ends there. */
    int to(int place) {
        return to[place];
    }

    @Override
    public String toString() {
        return folded.toString();
    }
}

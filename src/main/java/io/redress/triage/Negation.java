package io.redress.triage;

import java.util.BitSet;
import java.util.List;

/**
 * Words that take back what follows them in their clause.
 *
 * @param reach how many words may stand between
 */
record Negation(WordPattern pattern, int reach) {

    /** A place where it stands. */
    record Scope(Span words, int last) {

        boolean covers(int position) {
            return position > words.end() && position <= last;
        }
    }

    List<Scope> in(TokenizedText text, BitSet open) {
        return pattern.in(text, open).stream()
                .map(span -> new Scope(span, span.end() + 1 + reach))
                .toList();
    }
}

package io.redress.triage;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that take back what follows them in their clause.
 *
 * @param reach how many words may stand between
 */
record Negation(WordPattern pattern, int reach) {

    /** A place where it stands, and the last position that it takes back. */
    record Scope(Span words, int last) {}

    static List<Scope> all(Gated<Negation> negations, TokenizedText text, BitSet open) {
        return negations.mayBeIn(open).stream()
                .flatMap(negation -> negation.pattern.in(text, open).stream()
                        .map(span -> new Scope(span, span.end() + 1 + negation.reach)))
                .toList();
    }

    /** The scope that takes a span back; null when none does. */
    static @Nullable Scope over(Span span, List<Scope> scopes, TokenizedText text) {
        for (Scope scope : scopes) {
            boolean covers = span.start() > scope.words.end() && span.start() <= scope.last;
            if (covers && text.sameClause(scope.words.start(), span.start())) {
                return scope;
            }
        }
        return null;
    }
}

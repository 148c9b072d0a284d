package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that take back what follows them in their clause.
 *
 * @param reach how many words may stand between
 */
public record Negation(WordPattern pattern, int reach) {

    /** A place where it stands, and the last position that it takes back. */
    public record Scope(TokenRange words, int last) {}

    public static List<Scope> all(PrefilteredPatterns<Negation> negations, TokenizedText text) {
        List<Scope> scopes = new ArrayList<>();
        for (Negation negation : negations.mayBeIn(text)) {
            for (TokenRange range : negation.pattern.in(text)) {
                scopes.add(new Scope(range, range.end() + 1 + negation.reach));
            }
        }
        return scopes;
    }

    /** The scope that takes a span back; null when none does. */
    public static @Nullable Scope over(TokenRange range, List<Scope> scopes, TokenizedText text) {
        for (Scope scope : scopes) {
            boolean covers = range.start() > scope.words.end() && range.start() <= scope.last;
            if (covers && text.sameClause(scope.words.start(), range.start())) {
                return scope;
            }
        }
        return null;
    }
}

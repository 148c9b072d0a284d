package io.redress.triage;

import io.redress.triage.rules.ComplaintTokenizer;
import io.redress.triage.rules.ContextRules;
import io.redress.triage.rules.Negation;
import io.redress.triage.rules.PrefilteredPatterns;
import io.redress.triage.rules.TokenRange;
import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.WordPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the words around a word make of it: denied, praised, threatened, or said after "but". */
final class WordContext {

    private final TokenizedText text;
    private final ContextRules rules;
    private final List<Negation.Scope> negations;
    private final List<TokenRange> praise;
    private final List<TokenRange> denied = new ArrayList<>();
    private final List<TokenRange> asks;
    private final List<TokenRange> turns;
    private final int firstTurn;
    private @Nullable List<TokenRange> threats;
    private @Nullable List<TokenRange> feared;

    WordContext(TokenizedText text, ContextRules rules) {
        this.text = text;
        this.rules = rules;
        negations = Negation.all(rules.negations(), text);
        asks = all(rules.asks());
        turns = all(rules.turns());
        firstTurn = turns.stream().mapToInt(TokenRange::end).min().orElse(Integer.MAX_VALUE);
        praise = all(rules.praise());
        praise.removeIf(this::isNegated);
        List<Negation.Scope> denials = Negation.all(rules.denials(), text);
        if (!denials.isEmpty()) {
            for (TokenRange word : all(rules.deniable())) {
                Negation.Scope scope = Negation.over(word, denials, text);
                if (scope != null) {
                    denied.add(new TokenRange(scope.words().start(), word.end()));
                }
            }
        }
    }

    private List<TokenRange> all(PrefilteredPatterns<WordPattern> patterns) {
        List<TokenRange> all = new ArrayList<>();
        for (WordPattern pattern : patterns.mayBeIn(text)) {
            all.addAll(pattern.in(text));
        }
        return all;
    }

    /** The text without what the customer wants; the same text when nothing is wanted. */
    TokenizedText withoutAsks(TokenizedText relevant) {
        return asks.isEmpty() ? relevant : relevant.without(positions(asks));
    }

    /** The text without what is denied or praised: "no damage", 态度挺好. */
    TokenizedText relevant() {
        return praise.isEmpty() && denied.isEmpty() ? text : text.without(positions(praise, denied));
    }

    @SafeVarargs
    private static BitSet positions(List<TokenRange>... ranges) {
        var positions = new BitSet();
        for (List<TokenRange> some : ranges) {
            some.forEach(range -> positions.set(range.start(), range.end() + 1));
        }
        return positions;
    }

    /** Taken back by the words before it: 不是质量问题. */
    boolean isNegated(TokenRange range) {
        return Negation.over(range, negations, text) != null;
    }

    /** Praises, and comes to no "but". */
    boolean onlyPraises() {
        return !praise.isEmpty() && turns.isEmpty();
    }

    int praises() {
        return praise.size();
    }

    /** Comes after a "but". */
    boolean isAfterTurn(TokenRange range) {
        return firstTurn < range.start();
    }

    boolean isThreatened(TokenRange range) {
        threats = threats == null ? all(rules.threats()) : threats;
        return governs(threats, range);
    }

    boolean isFeared(TokenRange range) {
        feared = feared == null ? all(rules.feared()) : feared;
        return governs(feared, range);
    }

    /** In the same sentence, before or around the span. */
    private static boolean governs(List<TokenRange> ranges, TokenRange range) {
        for (TokenRange other : ranges) {
            if (other.start() <= range.end()
                    && (other.overlaps(range) || range.start() - other.end() < ComplaintTokenizer.SENTENCE_GAP)) {
                return true;
            }
        }
        return false;
    }
}

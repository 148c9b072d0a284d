package io.redress.triage;

import io.redress.triage.rules.ComplaintTokenizer;
import io.redress.triage.rules.ContextRules;
import io.redress.triage.rules.Negation;
import io.redress.triage.rules.PrefilteredPatterns;
import io.redress.triage.rules.TermPrefilter;
import io.redress.triage.rules.TokenRange;
import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.WordPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/** What the words around a word make of it: denied, praised, threatened, or said after "but". */
final class WordContext {

    private final TokenizedText text;
    private final BitSet open;
    private final List<Negation.Scope> negations;
    private final List<TokenRange> praise;
    private final List<TokenRange> denied = new ArrayList<>();
    private final List<TokenRange> asks;
    private final List<TokenRange> turns;
    private final Supplier<List<TokenRange>> threats;
    private final Supplier<List<TokenRange>> feared;

    WordContext(TokenizedText text, BitSet open, ContextRules rules) {
        this.text = text;
        this.open = open;
        negations = Negation.all(rules.negations(), text, open);
        asks = all(rules.asks(), open);
        turns = all(rules.turns(), open);
        threats = () -> all(rules.threats(), open);
        feared = () -> all(rules.feared(), open);
        praise = all(rules.praise(), open).stream()
                .filter(range -> !isNegated(range))
                .toList();
        List<Negation.Scope> denials = Negation.all(rules.denials(), text, open);
        if (!denials.isEmpty()) {
            for (TokenRange word : all(rules.deniable(), open)) {
                Negation.Scope scope = Negation.over(word, denials, text);
                if (scope != null) {
                    denied.add(new TokenRange(scope.words().start(), word.end()));
                }
            }
        }
    }

    private List<TokenRange> all(PrefilteredPatterns<WordPattern> patterns, BitSet open) {
        return patterns.mayBeIn(open).stream()
                .flatMap(pattern -> pattern.in(text, open).stream())
                .toList();
    }

    /** The gates that a part of the text opens; those of the whole are known. */
    BitSet openFor(TokenizedText part, TermPrefilter prefilter) {
        return part == text ? open : prefilter.openFor(part);
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
        return turns.stream().anyMatch(turn -> turn.end() < range.start());
    }

    boolean isThreatened(TokenRange range) {
        return governs(threats.get(), range);
    }

    boolean isFeared(TokenRange range) {
        return governs(feared.get(), range);
    }

    /** In the same sentence, before or around the span. */
    private static boolean governs(List<TokenRange> ranges, TokenRange range) {
        return ranges.stream()
                .anyMatch(other -> other.start() <= range.end()
                        && (other.overlaps(range) || range.start() - other.end() < ComplaintTokenizer.SENTENCE_GAP));
    }
}

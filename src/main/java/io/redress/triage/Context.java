package io.redress.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/** What the words around a word make of it: denied, praised, threatened, or said after "but". */
final class Context {

    private final TokenizedText text;
    private final BitSet open;
    private final List<Negation.Scope> negations;
    private final List<Span> praise;
    private final List<Span> denied = new ArrayList<>();
    private final List<Span> asks;
    private final List<Span> turns;
    private final Supplier<List<Span>> threats;
    private final Supplier<List<Span>> feared;

    Context(TokenizedText text, BitSet open, ReadingRules rules) {
        this.text = text;
        this.open = open;
        negations = Negation.all(rules.negations(), text, open);
        asks = all(rules.asks(), open);
        turns = all(rules.turns(), open);
        threats = () -> all(rules.threats(), open);
        feared = () -> all(rules.feared(), open);
        praise = all(rules.praise(), open).stream()
                .filter(span -> !isNegated(span))
                .toList();
        List<Negation.Scope> denials = Negation.all(rules.denials(), text, open);
        if (!denials.isEmpty()) {
            for (Span word : all(rules.deniable(), open)) {
                Negation.Scope scope = Negation.over(word, denials, text);
                if (scope != null) {
                    denied.add(new Span(scope.words().start(), word.end()));
                }
            }
        }
    }

    private List<Span> all(Gated<WordPattern> patterns, BitSet open) {
        return patterns.mayBeIn(open).stream()
                .flatMap(pattern -> pattern.in(text, open).stream())
                .toList();
    }

    /** The gates that a part of the text opens; those of the whole are known. */
    BitSet openFor(TokenizedText part, Gates gates) {
        return part == text ? open : gates.openFor(part);
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
    private static BitSet positions(List<Span>... spans) {
        var positions = new BitSet();
        for (List<Span> some : spans) {
            some.forEach(span -> positions.set(span.start(), span.end() + 1));
        }
        return positions;
    }

    /** Taken back by the words before it: 不是质量问题. */
    boolean isNegated(Span span) {
        return Negation.over(span, negations, text) != null;
    }

    /** Praises, and comes to no "but". */
    boolean onlyPraises() {
        return !praise.isEmpty() && turns.isEmpty();
    }

    int praises() {
        return praise.size();
    }

    /** Comes after a "but". */
    boolean isAfterTurn(Span span) {
        return turns.stream().anyMatch(turn -> turn.end() < span.start());
    }

    boolean isThreatened(Span span) {
        return governs(threats.get(), span);
    }

    boolean isFeared(Span span) {
        return governs(feared.get(), span);
    }

    /** In the same sentence, before or around the span. */
    private static boolean governs(List<Span> spans, Span span) {
        return spans.stream()
                .anyMatch(other -> other.start() <= span.end()
                        && (other.overlaps(span) || span.start() - other.end() < Tokenizing.SENTENCE_GAP));
    }
}

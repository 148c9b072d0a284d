package io.redress.triage;

import java.util.BitSet;
import java.util.List;

/** What the words around a word make of it: denied, praised, threatened, or said after "but". */
final class Context {

    private final TokenizedText text;
    private final List<Negation.Scope> negations;
    private final List<Span> praise;
    private final List<Span> turns;
    private final List<Span> threats;
    private final List<Span> feared;

    Context(TokenizedText text, BitSet open, ReadingRules rules) {
        this.text = text;
        negations = rules.negations().stream()
                .flatMap(negation -> negation.in(text, open).stream())
                .toList();
        turns = all(rules.turns(), open);
        threats = all(rules.threats(), open);
        feared = all(rules.feared(), open);
        praise = all(rules.praise(), open).stream()
                .filter(span -> !isNegated(span))
                .toList();
    }

    private List<Span> all(List<WordPattern> patterns, BitSet open) {
        return patterns.stream()
                .flatMap(pattern -> pattern.in(text, open).stream())
                .toList();
    }

    /** Said not to be so: "no damage", 没有破损. */
    boolean isNegated(Span span) {
        for (Negation.Scope negation : negations) {
            if (negation.covers(span.start())
                    && text.sameClause(negation.words().start(), span.start())) {
                return true;
            }
        }
        return false;
    }

    boolean isPraised(Span span) {
        return praise.stream().anyMatch(span::overlaps);
    }

    List<Span> praise() {
        return praise;
    }

    /** Comes after a "but" that opens at or before it. */
    boolean isAfterTurn(Span span) {
        return turns.stream().anyMatch(turn -> turn.end() < span.start());
    }

    boolean isThreatened(Span span) {
        return governs(threats, span);
    }

    boolean isFeared(Span span) {
        return governs(feared, span);
    }

    /** In the same sentence, before or around the span. */
    private static boolean governs(List<Span> spans, Span span) {
        return spans.stream()
                .anyMatch(other -> other.start() <= span.end()
                        && (other.overlaps(span) || span.start() - other.end() < Tokenizing.SENTENCE_GAP / 2));
    }
}

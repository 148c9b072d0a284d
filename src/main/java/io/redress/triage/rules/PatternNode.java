package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A part of a pattern. It looks only at those of its branches whose words stand in the text. */
sealed interface PatternNode
        permits PatternNode.Phrase, PatternNode.Either, PatternNode.Except, PatternNode.Named, All {

    /** Adds the gates of which at least one must be open. */
    void addGates(BitSet gates);

    /** False when it cannot be in a text by the gates that it opens; quicker than to look. */
    boolean mayBeIn(PhraseMatches text);

    /** Where it stands. */
    Spans in(PhraseMatches text);

    /**
     * What is looked up in a text by the gates that it opens, as a value: two parts that are equal here are one thing said twice,
     * which stands in two places. Null when it cannot be there.
     */
    @Nullable
    Object reduced(PhraseMatches text);

    /** Words next to each other. */
    record Phrase(int number, int gate, int... words) implements PatternNode {

        @Override
        public void addGates(BitSet gates) {
            gates.set(gate);
        }

        @Override
        public boolean mayBeIn(PhraseMatches text) {
            return text.isOpen(gate);
        }

        @Override
        public Spans in(PhraseMatches text) {
            return text.of(number);
        }

        @Override
        public @Nullable Object reduced(PhraseMatches text) {
            if (!text.isOpen(gate)) {
                return null;
            }
            return words.length == 1
                    ? words[0]
                    : new All.Reduced(
                            All.Order.ADJACENT,
                            0,
                            IntStream.of(words).<Object>mapToObj(word -> word).toList());
        }
    }

    /** One of several. */
    record Either(List<PatternNode> branches, int... gates) implements PatternNode {

        static Either of(List<PatternNode> branches) {
            var gates = new BitSet();
            branches.forEach(branch -> branch.addGates(gates));
            return new Either(branches, gates.stream().toArray());
        }

        @Override
        public void addGates(BitSet all) {
            for (int gate : gates) {
                all.set(gate);
            }
        }

        @Override
        public boolean mayBeIn(PhraseMatches text) {
            for (int gate : gates) {
                if (text.isOpen(gate)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Spans in(PhraseMatches text) {
            Spans first = Spans.NONE;
            List<Spans> all = null;
            for (PatternNode branch : branches) {
                Spans spans = branch.in(text);
                if (spans.isEmpty()) {
                    continue;
                }
                if (first.isEmpty()) {
                    first = spans;
                } else {
                    all = all == null ? new ArrayList<>(List.of(first)) : all;
                    all.add(spans);
                }
            }
            return all == null ? first : SpanOperators.either(all);
        }

        @Override
        public @Nullable Object reduced(PhraseMatches text) {
            Set<Object> possible = new HashSet<>();
            for (PatternNode branch : branches) {
                Object reduced = branch.reduced(text);
                if (reduced != null) {
                    possible.add(reduced);
                }
            }
            return possible.isEmpty()
                    ? null
                    : possible.size() == 1 ? possible.iterator().next() : possible;
        }
    }

    /** A list that many patterns name. */
    record Named(PatternNode node, int number) implements PatternNode {

        @Override
        public void addGates(BitSet gates) {
            node.addGates(gates);
        }

        @Override
        public boolean mayBeIn(PhraseMatches text) {
            return text.mayBe(this);
        }

        @Override
        public Spans in(PhraseMatches text) {
            return text.of(this);
        }

        @Override
        public @Nullable Object reduced(PhraseMatches text) {
            return node.reduced(text);
        }
    }

    /** The first where it does not touch the second. */
    record Except(PatternNode part, PatternNode exception) implements PatternNode {

        @Override
        public void addGates(BitSet gates) {
            part.addGates(gates);
        }

        @Override
        public boolean mayBeIn(PhraseMatches text) {
            return part.mayBeIn(text);
        }

        @Override
        public Spans in(PhraseMatches text) {
            Spans spans = part.in(text);
            Spans without = spans.isEmpty() ? spans : exception.in(text);
            return without.isEmpty() ? spans : SpanOperators.without(spans, without);
        }

        @Override
        public @Nullable Object reduced(PhraseMatches text) {
            Object reduced = part.reduced(text);
            Object without = reduced == null ? null : exception.reduced(text);
            return reduced == null || without == null ? reduced : List.of(reduced, without);
        }
    }
}

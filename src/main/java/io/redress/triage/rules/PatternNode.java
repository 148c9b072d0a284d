package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern. For each text it gives only those branches to Lucene whose words stand in the text: a list of two
 * hundred words of which none is there costs next to nothing.
 */
sealed interface PatternNode {

    /** Adds the gates of which at least one must be open. */
    void addGates(BitSet gates);

    /** False when it cannot be in a text with these gates open; quicker than to look. */
    boolean mayBeIn(BitSet open);

    /** What to look up in a text with these gates open; null when it cannot be there. */
    @Nullable
    IntervalsSource source(BitSet open);

    /** Words next to each other. */
    record Phrase(IntervalsSource source, int gate) implements PatternNode {

        @Override
        public void addGates(BitSet gates) {
            gates.set(gate);
        }

        @Override
        public boolean mayBeIn(BitSet open) {
            return open.get(gate);
        }

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
            return open.get(gate) ? source : null;
        }
    }

    /** One of several. */
    record Either(List<PatternNode> branches, BitSet gates) implements PatternNode {

        static Either of(List<PatternNode> branches) {
            var gates = new BitSet();
            branches.forEach(branch -> branch.addGates(gates));
            return new Either(branches, gates);
        }

        @Override
        public void addGates(BitSet all) {
            all.or(gates);
        }

        @Override
        public boolean mayBeIn(BitSet open) {
            return gates.intersects(open);
        }

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
            if (!gates.intersects(open)) {
                return null;
            }
            List<IntervalsSource> possible = new ArrayList<>();
            for (PatternNode branch : branches) {
                IntervalsSource source = branch.source(open);
                if (source != null) {
                    possible.add(source);
                }
            }
            return switch (possible.size()) {
                case 0 -> null;
                case 1 -> possible.get(0);
                // without Lucene's rewriting, which multiplies long lists with each other
                default -> Intervals.or(false, possible.toArray(IntervalsSource[]::new));
            };
        }
    }

    /** All of several, put together in some way. */
    record All(List<PatternNode> parts, Function<IntervalsSource[], IntervalsSource> how) implements PatternNode {

        @Override
        public void addGates(BitSet gates) {
            parts.get(0).addGates(gates);
        }

        @Override
        public boolean mayBeIn(BitSet open) {
            for (PatternNode part : parts) {
                if (!part.mayBeIn(open)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
            if (!mayBeIn(open)) {
                return null;
            }
            var sources = new IntervalsSource[parts.size()];
            for (int i = 0; i < sources.length; i++) {
                IntervalsSource source = parts.get(i).source(open);
                if (source == null) {
                    return null;
                }
                sources[i] = source;
            }
            return how.apply(sources);
        }
    }

    /** The first where it does not touch the second. */
    record Except(PatternNode part, PatternNode exception) implements PatternNode {

        @Override
        public void addGates(BitSet gates) {
            part.addGates(gates);
        }

        @Override
        public boolean mayBeIn(BitSet open) {
            return part.mayBeIn(open);
        }

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
            IntervalsSource source = part.source(open);
            IntervalsSource without = source == null ? null : exception.source(open);
            return source == null || without == null ? source : Intervals.nonOverlapping(source, without);
        }
    }
}

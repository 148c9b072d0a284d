package io.redress.triage;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern. For each text it gives only those branches to Lucene whose words stand in the text: a list of two
 * hundred words of which none is there costs nothing.
 */
sealed interface PatternNode {

    /** What to look up in a text with these gates open; null when it cannot be there. */
    @Nullable
    IntervalsSource source(BitSet open);

    /** Words next to each other. */
    record Phrase(IntervalsSource source, int gate) implements PatternNode {

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
            return open.get(gate) ? source : null;
        }
    }

    /** One of several. */
    record Either(List<PatternNode> branches) implements PatternNode {

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
            IntervalsSource[] possible = branches.stream()
                    .map(branch -> branch.source(open))
                    .filter(Objects::nonNull)
                    .toArray(IntervalsSource[]::new);
            return switch (possible.length) {
                case 0 -> null;
                case 1 -> possible[0];
                // without Lucene's rewriting, which multiplies long lists with each other
                default -> Intervals.or(false, possible);
            };
        }
    }

    /** All of several, put together in some way. */
    record All(List<PatternNode> parts, Function<IntervalsSource[], IntervalsSource> how) implements PatternNode {

        @Override
        public @Nullable IntervalsSource source(BitSet open) {
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
        public @Nullable IntervalsSource source(BitSet open) {
            IntervalsSource source = part.source(open);
            IntervalsSource without = source == null ? null : exception.source(open);
            return source == null || without == null ? source : Intervals.nonOverlapping(source, without);
        }
    }
}

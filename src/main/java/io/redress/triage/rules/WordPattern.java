package io.redress.triage.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * A pattern of {@code config/}, ready to be looked up.
 *
 * @param written as it stands in the file
 */
public record WordPattern(String written, PatternNode node) {

    private static final int MOST = 50;

    /** True where its first words stand; quicker than to look. */
    public boolean mayBeIn(BitSet open) {
        return node.mayBeIn(open);
    }

    /** Where it matches, in the order of the text; the first 50 places. */
    public List<TokenRange> in(TokenizedText text, BitSet open) {
        IntervalsSource source = node.source(open);
        if (source == null) {
            return List.of();
        }
        try {
            IntervalIterator matches = source.intervals(TokenizedText.FIELD, text.index());
            if (matches == null || matches.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
                return List.of();
            }
            List<TokenRange> ranges = new ArrayList<>();
            while (matches.nextInterval() != IntervalIterator.NO_MORE_INTERVALS && ranges.size() < MOST) {
                ranges.add(new TokenRange(matches.start(), matches.end()));
            }
            return ranges;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}

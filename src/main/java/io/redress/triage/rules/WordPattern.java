package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code config/}, ready to be looked up.
 *
 * @param written as it stands in the file
 */
public record WordPattern(String written, PatternNode node) {

    private static final int MOST = 50;

    /** True where its first words stand; quicker than to look. */
    public boolean mayBeIn(TokenizedText text) {
        return node.mayBeIn(text.matches());
    }

    /** Where it matches, in the order of the text; the first 50 places. */
    public List<TokenRange> in(TokenizedText text) {
        Spans spans = node.in(text.matches());
        if (spans.isEmpty()) {
            return List.of();
        }
        int size = Math.min(MOST, spans.size());
        List<TokenRange> ranges = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ranges.add(spans.range(i));
        }
        return ranges;
    }
}

package io.redress.triage.rules;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where the phrases of the rules stand in one text, found in one pass; and what was looked up in it by name. */
final class PhraseMatches {

    private final PhraseTrie trie;
    private final BitSet open;
    private final @Nullable Spans[] named;
    private final @Nullable Boolean[] possible;

    /** By phrase, the number of its first match and 1; 0 where it does not stand. */
    private final int[] first;

    /** By match, the position where it begins. */
    private int[] starts = new int[64];

    /** By match, the number of the phrase's next match and 1; 0 behind the last. */
    private int[] following = new int[64];

    private int count;

    PhraseMatches(PhraseTrie trie, int[] words, int[] positions) {
        this.trie = trie;
        named = new Spans[trie.listCount];
        possible = new Boolean[trie.listCount];
        open = new BitSet(trie.gateCount);
        first = new int[trie.lengths.length];
        for (int i = words.length - 1; i >= 0; i--) { // so that each phrase's matches come in the order of the text
            from(i, words, positions);
        }
    }

    private void from(int begin, int[] words, int[] positions) {
        int node = trie.root(words[begin]);
        for (int i = begin; node >= 0; ) {
            if (trie.gate(node) >= 0) {
                open.set(trie.gate(node));
            }
            if (trie.phrase(node) >= 0) {
                add(trie.phrase(node), positions[begin]);
            }
            i++;
            node = i < words.length && positions[i] == positions[i - 1] + 1 ? trie.next(node, words[i]) : -1;
        }
    }

    private void add(int phrase, int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            following = Arrays.copyOf(following, count * 2);
        }
        starts[count] = start;
        following[count] = first[phrase];
        first[phrase] = ++count;
    }

    /** The gates that the text opens. */
    BitSet open() {
        return open;
    }

    boolean isOpen(int gate) {
        return open.get(gate);
    }

    /** Where a phrase stands. */
    Spans of(int phrase) {
        int match = first[phrase];
        if (match == 0) {
            return Spans.NONE;
        }
        var spans = new Spans.Builder();
        while (match > 0) {
            int start = starts[match - 1];
            spans.add(start, start + trie.lengths[phrase] - 1);
            match = following[match - 1];
        }
        return spans.build();
    }

    /** Whether a list may stand in the text by the gates that it opens: asked once. */
    boolean mayBe(PatternNode.Named list) {
        Boolean known = possible[list.number()];
        if (known == null) {
            known = list.node().mayBeIn(this);
            possible[list.number()] = known;
        }
        return known;
    }

    /** Where a list stands that many patterns name: looked up once. */
    Spans of(PatternNode.Named list) {
        Spans known = named[list.number()];
        if (known == null) {
            known = list.node().in(this);
            named[list.number()] = known;
        }
        return known;
    }
}

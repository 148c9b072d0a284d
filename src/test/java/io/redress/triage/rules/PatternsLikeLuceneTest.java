package io.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.triage.rules.PatternNode.Either;
import io.redress.triage.rules.PatternNode.Except;
import io.redress.triage.rules.PatternNode.Named;
import io.redress.triage.rules.PatternNode.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Patterns mean what Lucene's interval queries mean: there is a long list of cases, and somebody else's tests for it. */
class PatternsLikeLuceneTest {

    private static final String FIELD = "text";
    private static final List<String> WORDS = List.of("甲", "乙", "丙", "丁", "戊");

    private final Random random = new Random(7);
    /** As patterns name a list that there is. */
    private String list = "";

    private final ComplaintTokenizer tokenizer = new ComplaintTokenizer(Map.of());

    @Test
    void a_pattern_stands_where_lucene_finds_it() throws Exception {
        int found = 0;
        for (int round = 0; round < 120; round++) {
            var vocabulary = new Vocabulary();
            var phrases = new PhraseTrie.Builder(vocabulary);
            var syntax = new PatternSyntax(tokenizer, phrases);
            list = "丙";
            syntax.define("list", List.of(pattern(2), pattern(1), pattern(0)));
            list = "<list>";
            List<WordPattern> patterns = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                patterns.add(syntax.read(pattern(3)));
            }
            PhraseTrie trie = phrases.build();
            for (int i = 0; i < 10; i++) {
                String written = text();
                TokenizedText text = tokenizer.read(null, written, vocabulary, trie);
                LeafReaderContext index = index(text);
                for (WordPattern pattern : patterns) {
                    List<TokenRange> expected = lucene(pattern, text, index, vocabulary);
                    assertThat(pattern.in(text))
                            .as("%s in %s", pattern.written(), written)
                            .isEqualTo(expected);
                    found += expected.size();
                }
            }
        }
        assertThat(found).isGreaterThan(5_000);
    }

    private String pattern(int depth) {
        if (depth == 0) {
            return words(1 + random.nextInt(3));
        }
        return switch (random.nextInt(8)) {
            case 0 -> words(1 + random.nextInt(3));
            case 1, 2 -> either(depth);
            case 3 -> part(depth) + " .." + random.nextInt(9) + " " + part(depth);
            case 4 -> part(depth) + " & " + part(depth);
            case 5 -> "(" + part(depth) + " unless " + part(depth) + ")";
            case 6 -> either(depth) + " " + words(1) + " " + either(depth);
            default -> part(depth) + " ..3 " + list;
        };
    }

    private String part(int depth) {
        return random.nextInt(3) == 0 ? list : "(" + pattern(depth - 1) + ")";
    }

    private String either(int depth) {
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> pattern(depth - 1))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private String words(int count) {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(count)
                .collect(Collectors.joining());
    }

    /** Often without some of the words, so that branches are closed. */
    private String text() {
        int known = 1 + random.nextInt(WORDS.size());
        return Stream.generate(() -> random.nextInt(8) == 0
                        ? "，"
                        : random.nextInt(12) == 0 ? "。己" : WORDS.get(random.nextInt(known)))
                .limit(3 + random.nextInt(30))
                .collect(Collectors.joining());
    }

    private static List<TokenRange> lucene(
            WordPattern pattern, TokenizedText text, LeafReaderContext index, Vocabulary vocabulary)
            throws IOException {
        IntervalsSource source = source(pattern.node(), text.matches(), vocabulary);
        IntervalIterator matches = source == null ? null : source.intervals(FIELD, index);
        if (matches == null || matches.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
            return List.of();
        }
        List<TokenRange> ranges = new ArrayList<>();
        while (matches.nextInterval() != IntervalIterator.NO_MORE_INTERVALS && ranges.size() < 50) {
            ranges.add(new TokenRange(matches.start(), matches.end()));
        }
        return ranges;
    }

    /** Only those branches whose words stand in the text. */
    private static @Nullable IntervalsSource source(PatternNode node, PhraseMatches text, Vocabulary vocabulary) {
        if (node instanceof Phrase phrase) {
            String[] words =
                    IntStream.of(phrase.words()).mapToObj(vocabulary::word).toArray(String[]::new);
            return text.isOpen(phrase.gate()) ? Intervals.phrase(words) : null;
        }
        if (node instanceof Named list) {
            return source(list.node(), text, vocabulary);
        }
        if (node instanceof Except except) {
            IntervalsSource source = source(except.part(), text, vocabulary);
            IntervalsSource without = source(except.exception(), text, vocabulary);
            return source == null || without == null ? source : Intervals.nonOverlapping(source, without);
        }
        if (node instanceof Either either) {
            IntervalsSource[] open = either.branches().stream()
                    .map(branch -> source(branch, text, vocabulary))
                    .filter(Objects::nonNull)
                    .toArray(IntervalsSource[]::new);
            return open.length == 0 ? null : open.length == 1 ? open[0] : Intervals.or(false, open);
        }
        All all = (All) node;
        IntervalsSource[] parts = all.parts().stream()
                .map(part -> source(part, text, vocabulary))
                .filter(Objects::nonNull)
                .toArray(IntervalsSource[]::new);
        if (parts.length < all.parts().size()) {
            return null;
        }
        return switch (all.order()) {
            case ADJACENT -> Intervals.phrase(parts);
            case FOLLOWING -> Intervals.maxgaps(all.gap(), Intervals.ordered(parts));
            case ANY -> Intervals.maxgaps(all.gap(), Intervals.unordered(parts));
        };
    }

    private static LeafReaderContext index(TokenizedText text) {
        var memory = new MemoryIndex();
        memory.addField(FIELD, new Words(text));
        return memory.createSearcher().getIndexReader().leaves().get(0);
    }

    private static final class Words extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final TokenizedText text;
        private int next;

        Words(TokenizedText text) {
            this.text = text;
        }

        @Override
        public boolean incrementToken() {
            if (next == text.size()) {
                return false;
            }
            clearAttributes();
            term.append(text.written(text.word(next)));
            increment.setPositionIncrement(text.position(next) - (next == 0 ? -1 : text.position(next - 1)));
            next++;
            return true;
        }
    }
}

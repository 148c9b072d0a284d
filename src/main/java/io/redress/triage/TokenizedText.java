package io.redress.triage;

import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;

/** A complaint cut into words, with an index of its own in which patterns are looked up. */
final class TokenizedText {

    static final String FIELD = "text";

    private final String shown;
    private final List<Token> tokens;
    private final int subjectEnd;
    private final TreeMap<Integer, Token> byPosition = new TreeMap<>();
    private final LeafReaderContext index;

    /** @param subjectEnd the first position behind the subject */
    TokenizedText(String shown, List<Token> tokens, int subjectEnd) {
        this.shown = shown;
        this.tokens = List.copyOf(tokens);
        this.subjectEnd = subjectEnd;
        for (Token token : tokens) {
            byPosition.put(token.position(), token);
        }
        var memory = new MemoryIndex();
        memory.addField(FIELD, new Words(this.tokens.iterator()));
        index = memory.createSearcher().getIndexReader().leaves().get(0);
    }

    /** The same text in which no pattern finds the words at some positions. */
    TokenizedText without(IntPredicate struck) {
        List<Token> left = tokens.stream()
                .map(token -> struck.test(token.position()) ? token.struck() : token)
                .toList();
        return new TokenizedText(shown, left, subjectEnd);
    }

    List<Token> tokens() {
        return tokens;
    }

    LeafReaderContext index() {
        return index;
    }

    boolean inSubject(Span span) {
        return span.start() < subjectEnd;
    }

    boolean sameClause(int position, int other) {
        Token a = byPosition.get(position);
        Token b = byPosition.get(other);
        return a != null && b != null && a.clause() == b.clause();
    }

    /** The words of a span as the customer wrote them. */
    String quote(Span span) {
        var words = byPosition.subMap(span.start(), true, span.end(), true);
        return words.isEmpty()
                ? ""
                : shown.substring(
                        words.firstEntry().getValue().from(),
                        words.lastEntry().getValue().to());
    }

    private static final class Words extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final Iterator<Token> tokens;
        private int last = -1;

        Words(Iterator<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public boolean incrementToken() {
            if (!tokens.hasNext()) {
                return false;
            }
            clearAttributes();
            Token token = tokens.next();
            term.append(token.term());
            increment.setPositionIncrement(token.position() - last);
            last = token.position();
            return true;
        }
    }
}

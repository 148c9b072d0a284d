package io.redress.triage.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;

/** A complaint cut into words, with an index of its own in which patterns are looked up. */
public final class TokenizedText {

    static final String FIELD = "text";

    private final String shown;
    private final List<Token> tokens;
    private final int subjectEnd;
    private final int[] positions;
    private final LeafReaderContext index;

    /**
     * @param tokens by ascending position
     * @param subjectEnd the first position behind the subject
     */
    TokenizedText(String shown, List<Token> tokens, int subjectEnd) {
        this.shown = shown;
        this.tokens = List.copyOf(tokens);
        this.subjectEnd = subjectEnd;
        positions = tokens.stream().mapToInt(Token::position).toArray();
        var memory = new MemoryIndex();
        memory.addField(FIELD, new Words(this.tokens.iterator()));
        index = memory.createSearcher().getIndexReader().leaves().get(0);
    }

    /** The same text in which no pattern finds the words at some positions. */
    public TokenizedText without(BitSet struck) {
        List<Token> left = tokens.stream()
                .map(token -> struck.get(token.position()) ? token.struck() : token)
                .toList();
        return new TokenizedText(shown, left, subjectEnd);
    }

    public List<Token> tokens() {
        return tokens;
    }

    LeafReaderContext index() {
        return index;
    }

    public boolean inSubject(TokenRange range) {
        return range.start() < subjectEnd;
    }

    boolean sameClause(int position, int other) {
        int a = Arrays.binarySearch(positions, position);
        int b = Arrays.binarySearch(positions, other);
        return a >= 0 && b >= 0 && tokens.get(a).clause() == tokens.get(b).clause();
    }

    /** The words of a span as the customer wrote them. */
    public String quote(TokenRange range) {
        int first = firstFrom(range.start());
        int last = firstFrom(range.end() + 1) - 1;
        return last < first
                ? ""
                : shown.substring(tokens.get(first).from(), tokens.get(last).to());
    }

    /** The index of the first word at a position or behind it. */
    private int firstFrom(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 1;
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

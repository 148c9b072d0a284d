package io.redress.triage.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A complaint cut into words (a Han character, or an English word without its ending), each with its number in the {@link
 * Vocabulary} and its position; a gap between positions separates clauses, a wide one sentences. The phrases of the rules are
 * found in it at once.
 */
public final class TokenizedText {

    /** In the place of a word that no pattern finds. */
    public static final int STRUCK = -1;

    private final String shown;
    private final Vocabulary vocabulary;
    private final PhraseTrie trie;
    private final List<String> others;
    private final int[] words;
    private final int[] positions;
    private final int[] clauses;
    private final int[] from;
    private final int[] to;
    private final int subjectEnd;
    private final PhraseMatches matches;

    /**
     * @param tokens by ascending position
     * @param subjectEnd the first position behind the subject
     */
    TokenizedText(String shown, TokenBuffer tokens, int subjectEnd, Vocabulary vocabulary, PhraseTrie trie) {
        this.shown = shown;
        this.vocabulary = vocabulary;
        this.trie = trie;
        this.subjectEnd = subjectEnd;
        others = tokens.others;
        words = Arrays.copyOf(tokens.words, tokens.size);
        positions = Arrays.copyOf(tokens.positions, tokens.size);
        clauses = tokens.clauses;
        from = tokens.from;
        to = tokens.to;
        matches = new PhraseMatches(trie, words, positions);
    }

    private TokenizedText(TokenizedText text, int[] words) {
        shown = text.shown;
        vocabulary = text.vocabulary;
        trie = text.trie;
        subjectEnd = text.subjectEnd;
        others = text.others;
        this.words = words;
        positions = text.positions;
        clauses = text.clauses;
        from = text.from;
        to = text.to;
        matches = new PhraseMatches(trie, words, positions);
    }

    /** The same text in which no pattern finds the words at some positions. */
    public TokenizedText without(BitSet struck) {
        int[] left = words.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = struck.get(positions[i]) ? STRUCK : left[i];
        }
        return new TokenizedText(this, left);
    }

    /** How many words it has. */
    public int size() {
        return words.length;
    }

    /** The number of the i-th word; {@link #STRUCK} where it was taken out. */
    public int word(int i) {
        return words[i];
    }

    public int position(int i) {
        return positions[i];
    }

    /** A word by its number. */
    public String written(int word) {
        return word < vocabulary.size() ? vocabulary.word(word) : others.get(word - vocabulary.size());
    }

    PhraseMatches matches() {
        return matches;
    }

    public boolean inSubject(TokenRange range) {
        return range.start() < subjectEnd;
    }

    boolean sameClause(int position, int other) {
        int a = Arrays.binarySearch(positions, position);
        int b = Arrays.binarySearch(positions, other);
        return a >= 0 && b >= 0 && clauses[a] == clauses[b];
    }

    /** The words of a span as the customer wrote them. */
    public String quote(TokenRange range) {
        int first = firstFrom(range.start());
        int last = firstFrom(range.end() + 1) - 1;
        return last < first ? "" : shown.substring(from[first], to[last]);
    }

    /** The index of the first word at a position or behind it. */
    private int firstFrom(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 1;
    }
}

package io.redress.search;

import io.redress.search.SearchTokenizer.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * A piece of a text around the words that were looked for. It is plain text, whatever the customer wrote: whoever shows it
 * in HTML must escape it.
 *
 * @param text at most about 160 characters; an ellipsis where more stands
 * @param marks where the words stand in it, in their order
 */
public record Snippet(String text, List<Mark> marks) {

    /** @param from the first character of a word (UTF-16), and {@code to} the one after its last */
    public record Mark(int from, int to) {}

    /** Words that stand later in a text are not shown. */
    static final int LONGEST_TEXT = 8_000;

    private static final int BEFORE = 40;
    private static final int LENGTH = 160;
    private static final String MORE = "…";

    public Snippet {
        marks = List.copyOf(marks);
    }

    /** Around the first of the words; the beginning of the text when it has none of them. */
    static Snippet of(String written, List<SearchWord> words) {
        String text = SearchTokenizer.composed(StringUtils.truncate(written, LONGEST_TEXT));
        List<Mark> found = marks(text, words);
        int first = found.isEmpty() ? 0 : found.get(0).from();
        int from = start(text, Math.max(0, first - BEFORE));
        int to = start(text, Math.min(text.length(), from + LENGTH));
        String before = from > 0 ? MORE : "";
        String after = to < text.length() ? MORE : "";
        int shift = before.length() - from;
        return new Snippet(
                before + plain(text.substring(from, to)) + after,
                found.stream()
                        .filter(mark -> mark.from() >= from && mark.to() <= to)
                        .map(mark -> new Mark(mark.from() + shift, mark.to() + shift))
                        .toList());
    }

    /** How many of the words stand in a text. */
    static long count(String written, List<SearchWord> words) {
        List<Word> standing =
                SearchTokenizer.words(SearchTokenizer.composed(StringUtils.truncate(written, LONGEST_TEXT)));
        return words.stream()
                .filter(word -> word.pieces().stream().allMatch(piece -> standing.stream()
                        .anyMatch(one -> one.text().equals(piece)
                                || word.beginning() && one.text().startsWith(piece))))
                .count();
    }

    /** Pairs that overlap are one mark. */
    private static List<Mark> marks(String text, List<SearchWord> words) {
        List<Mark> marks = new ArrayList<>();
        for (Word word : SearchTokenizer.words(text)) {
            if (words.stream().anyMatch(one -> one.has(word.text()))) {
                int last = marks.size() - 1;
                if (last >= 0 && word.from() <= marks.get(last).to()) {
                    marks.set(last, new Mark(marks.get(last).from(), word.to()));
                } else {
                    marks.add(new Mark(word.from(), word.to()));
                }
            }
        }
        return marks;
    }

    /** Not within a character of two parts. */
    private static int start(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** Lines as one, each character in its place. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]", " ");
    }
}

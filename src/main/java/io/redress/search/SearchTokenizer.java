package io.redress.search;

import com.ibm.icu.text.Normalizer2;
import io.redress.language.ChineseScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts tickets and what is typed into words in one and the same way: case, accents, full width and Traditional characters
 * folded; Chinese, Japanese and Korean in pairs of characters that overlap, since they write no spaces between words.
 */
final class SearchTokenizer {

    /** Longer ones are no words; an index has room for them all the same. */
    static final int LONGEST_WORD = 100;

    /** Characters at which a customer writes one word, and Unicode's rules see several or one: {@code jd_2026}. */
    private static final Pattern JOINER = Pattern.compile("_");

    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
            return new TokenStreamComponents(tokenizer, new CJKBigramFilter(new ASCIIFoldingFilter(words)));
        }
    };

    private SearchTokenizer() {}

    /**
     * A word and where it stands.
     *
     * @param text folded; of Chinese two characters, or one that stands alone
     * @param from its first character in the {@link #composed} text, and {@code to} the one after its last
     * @param paired whether it is two characters of a script without spaces
     */
    record Word(String text, int from, int to, boolean paired) {}

    /** The text whose places {@link Word} tells: accents are joined with their letters. */
    static String composed(String text) {
        return COMPOSED.normalize(text);
    }

    /** The words of a {@link #composed} text, in their order. */
    static List<Word> words(String composed) {
        List<Word> words = new ArrayList<>();
        String text = JOINER.matcher(ChineseScript.simplified(composed)).replaceAll(" ");
        try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var place = stream.getAttribute(OffsetAttribute.class);
            var type = stream.getAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() <= LONGEST_WORD) {
                    words.add(new Word(
                            term.toString(),
                            place.startOffset(),
                            place.endOffset(),
                            CJKBigramFilter.DOUBLE_TYPE.equals(type.type())));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return words;
    }
}

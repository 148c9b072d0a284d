package io.redress.triage.rules;

import com.ibm.icu.text.Normalizer2;
import io.redress.language.ChineseScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Cuts complaints and patterns into words in one and the same way: full width and compatibility forms folded, Traditional
 * characters made Simplified, regional words replaced by the common ones, English words stripped of their endings.
 */
public final class ComplaintTokenizer {

    /** A complaint's point is made by then; a megabyte of pasted text must not slow the others down. */
    static final int LONGEST = 8_000;

    static final int CLAUSE_GAP = 2;
    public static final int SENTENCE_GAP = 30;

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
    private static final Pattern BOUNDARY = Pattern.compile("[。!?;\\n\\r…~]|\\.(?=\\s|$)|[,、:()\"“”「」【】《》—|/](?!\\d)");
    private static final String WITHIN_SENTENCE = ",、:()\"“”「」【】《》—|/";

    private final Analyzer analyzer;

    /** @param variants a regional or short form (in any script) and what to read instead */
    ComplaintTokenizer(Map<String, String> variants) {
        SynonymMap synonyms = variants.isEmpty() ? null : synonyms(variants);
        analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = new StandardTokenizer();
                TokenStream words = new EnglishPossessiveFilter(new LowerCaseFilter(tokenizer));
                if (synonyms != null) {
                    words = new FlattenGraphFilter(new SynonymGraphFilter(words, synonyms, false));
                }
                return new TokenStreamComponents(tokenizer, new PorterStemFilter(words));
            }
        };
    }

    TokenizedText read(@Nullable String subject, String text, Vocabulary vocabulary, PhraseTrie trie) {
        String head = subject == null ? "" : fold(StringUtils.truncate(subject, 500));
        String body = fold(StringUtils.truncate(text, LONGEST));
        var tokens = new TokenBuffer(vocabulary);
        cutIntoWords(head, 0, tokens);
        int subjectEnd = tokens.next(SENTENCE_GAP);
        cutIntoWords(body, head.length() + 1, tokens);
        return new TokenizedText(head + " " + body, tokens, subjectEnd, vocabulary, trie);
    }

    /** The words of a pattern's piece, in order. */
    List<String> words(String piece) {
        List<String> words = new ArrayList<>();
        clause(simplified(fold(piece)), 0, (word, position, from, to) -> words.add(word.toString()));
        return words;
    }

    private static String fold(String text) {
        return COMPATIBLE.normalize(text).replace('’', '\'').replace('‘', '\'');
    }

    private static String simplified(String text) {
        return ChineseScript.simplified(text);
    }

    private void cutIntoWords(String shown, int offset, TokenBuffer tokens) {
        String text = simplified(shown);
        var boundary = BOUNDARY.matcher(text);
        int from = 0;
        int gap = SENTENCE_GAP;
        while (from <= text.length()) {
            boolean more = boundary.find();
            int to = more ? boundary.start() : text.length();
            int before = tokens.size;
            int clause = tokens.nextClause();
            int start = offset + from;
            clause(
                    text.substring(from, to),
                    tokens.next(gap),
                    (word, position, first, last) -> tokens.add(word, position, clause, start + first, start + last));
            boolean within = more && WITHIN_SENTENCE.indexOf(text.charAt(to)) >= 0;
            gap = tokens.size == before ? Math.max(gap, within ? 0 : SENTENCE_GAP) : within ? CLAUSE_GAP : SENTENCE_GAP;
            from = more ? boundary.end() : text.length() + 1;
        }
    }

    private interface Words {
        void add(CharSequence word, int position, int from, int to);
    }

    private void clause(String text, int position, Words words) {
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var place = stream.getAttribute(OffsetAttribute.class);
            var step = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int at = position - 1;
            while (stream.incrementToken()) {
                at += Math.max(1, step.getPositionIncrement());
                words.add(term, at, place.startOffset(), place.endOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static SynonymMap synonyms(Map<String, String> variants) {
        var plain = new ComplaintTokenizer(Map.of());
        var builder = new SynonymMap.Builder(true);
        variants.forEach((from, to) -> builder.add(joined(plain.unstemmed(from)), joined(plain.unstemmed(to)), false));
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException("building in memory failed", e);
        }
    }

    private static CharsRef joined(List<String> words) {
        return SynonymMap.Builder.join(words.toArray(String[]::new), new CharsRefBuilder());
    }

    private List<String> unstemmed(String text) {
        List<String> words = new ArrayList<>();
        try (var tokenizer = new StandardTokenizer();
                TokenStream stream = new EnglishPossessiveFilter(new LowerCaseFilter(tokenizer))) {
            tokenizer.setReader(new java.io.StringReader(simplified(fold(text))));
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return words;
    }
}

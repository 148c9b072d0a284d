package io.redress.triage;

import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.Vocabulary;
import io.redress.triage.rules.WordPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a complaint can be compared with the examples by: its words, pairs and triples of words, the word lists that may be in
 * it, and the sum of each category's evidence. Each has a name, {@code 退 款} or {@code <fails>} or {@code =quality}, and for the
 * same rules a number: the numbers of its words one behind the other, or a negative one.
 */
final class FeatureSpace {

    private static final double LIST_STRENGTH = 0.3;
    private static final double EVIDENCE_STRENGTH = 0.04;
    private static final String PRAISE = "<praise>";
    private static final long WORD = (1L << Vocabulary.BITS) - 1;

    private final WordPattern[] lists;
    private final String[] categories;
    private final long[] categoryKeys;

    /** Lists, then praise unless a list has that name, then categories; the n-th has number -1 - n. */
    private final List<String> others = new ArrayList<>();

    private final Map<String, Long> numbers = new HashMap<>();

    FeatureSpace(CompiledRules rules) {
        lists = rules.lists().values().toArray(WordPattern[]::new);
        categories = rules.categories().keySet().toArray(String[]::new);
        rules.lists().keySet().forEach(name -> add("<" + name + ">"));
        add(PRAISE);
        rules.categories().keySet().forEach(category -> add(ofCategory(category)));
        categoryKeys = rules.categories().keySet().stream()
                .mapToLong(category -> number(ofCategory(category)))
                .toArray();
    }

    private void add(String name) {
        if (numbers.putIfAbsent(name, -1L - others.size()) == null) {
            others.add(name);
        }
    }

    private static String ofCategory(String category) {
        return "=" + category;
    }

    /**
     * Those of a text.
     *
     * @param masked positions of words that do not count
     * @param evidence by category
     */
    Features of(TokenizedText text, BitSet masked, ToDoubleFunction<String> evidence, boolean praises) {
        var features = Features.ofWords(text, masked, others.size());
        boolean praised = praises;
        for (int i = 0; i < lists.length; i++) {
            if (lists[i].mayBeIn(text)) {
                features.add(-1L - i, LIST_STRENGTH);
                praised &= !others.get(i).equals(PRAISE);
            }
        }
        for (int i = 0; i < categories.length; i++) {
            double sum = evidence.applyAsDouble(categories[i]);
            if (sum != 0) {
                features.add(categoryKeys[i], Math.max(-5, Math.min(10, sum)) * EVIDENCE_STRENGTH);
            }
        }
        if (praised) {
            features.add(number(PRAISE), LIST_STRENGTH);
        }
        return features;
    }

    private long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /** Those of a text by their names. */
    Map<String, Double> named(Features features, TokenizedText text) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            named.put(name(features.key(i), text), features.strength(i));
        }
        return named;
    }

    private String name(long key, TokenizedText text) {
        if (key < 0) {
            return others.get((int) (-1 - key));
        }
        var name = new StringBuilder();
        for (int shift = 2 * Vocabulary.BITS; shift >= 0; shift -= Vocabulary.BITS) {
            int word = (int) (key >> shift & WORD);
            if (word > 0) {
                name.append(name.isEmpty() ? "" : " ").append(text.written(word - 1));
            }
        }
        return name.toString();
    }

    /** The words of a name; none of a list and a category. */
    List<String> words(String name) {
        return numbers.containsKey(name) ? List.of() : List.of(name.split(" "));
    }

    /** The number of a name, all of whose words have theirs. */
    long key(String name, Vocabulary vocabulary) {
        if (numbers.containsKey(name)) {
            return number(name);
        }
        long key = 0;
        for (String word : words(name)) {
            key = key << Vocabulary.BITS | vocabulary.of(word) + 1L;
        }
        return key;
    }
}

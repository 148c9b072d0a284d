package io.redress.channel.feed;

import io.redress.language.ChineseScript;
import io.redress.mapping.json.JsonSource;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which items of a feed are complaints: those with few stars, and those in which certain words stand. One of both is enough; an
 * item whose stars cannot be read counts as one.
 *
 * @param atMost by name, the number up to which it is a complaint
 * @param texts names of the texts that are searched
 * @param words each with how it is found
 */
record ComplaintRule(Map<String, BigDecimal> atMost, List<String> texts, Map<String, Pattern> words) {

    private static final int LONGEST_NUMBER = 20;

    /** The words as they are found: without regard to capitals, width and Chinese script; one of letters stands alone. */
    static Map<String, Pattern> patterns(List<String> words) {
        return words.stream()
                .collect(Collectors.toMap(word -> word, ComplaintRule::pattern, (one, same) -> one, TreeMap::new));
    }

    private static Pattern pattern(String word) {
        String text = folded(word.strip());
        String before = isSpelled(text.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        String behind = isSpelled(text.codePointBefore(text.length())) ? "(?![\\p{L}\\p{N}])" : "";
        return Pattern.compile(before + Pattern.quote(text).replace(" ", "\\E\\s+\\Q") + behind);
    }

    /** Words of other scripts stand without spaces between them. */
    private static boolean isSpelled(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.LATIN
                || script == Character.UnicodeScript.CYRILLIC
                || script == Character.UnicodeScript.GREEK
                || Character.isDigit(letter);
    }

    private static String folded(String text) {
        return ChineseScript.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
    }

    /** Why an item is not a complaint; empty when it is one. */
    Optional<String> unmet(JsonSource item) {
        var reasons = new ArrayList<String>();
        for (var limit : atMost.entrySet()) {
            Optional<BigDecimal> value = number(item, limit.getKey());
            if (value.isEmpty() || value.get().compareTo(limit.getValue()) <= 0) {
                return Optional.empty();
            }
            reasons.add(limit.getKey() + " is " + value.get().toPlainString() + ", above "
                    + limit.getValue().toPlainString());
        }
        if (!words.isEmpty()) {
            List<String> said = texts.stream()
                    .flatMap(name -> item.values(name).stream())
                    .map(ComplaintRule::folded)
                    .toList();
            if (words.values().stream().anyMatch(word -> said.stream()
                    .anyMatch(text -> word.matcher(text).find()))) {
                return Optional.empty();
            }
            reasons.add("it contains none of the complaint words");
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    /** The stars for people, such as {@code [rating: 2]}; empty where an item has none. */
    String stars(JsonSource item) {
        return atMost.keySet().stream()
                .flatMap(name -> number(item, name)
                        .map(value ->
                                "[" + name.substring(name.lastIndexOf('.') + 1) + ": " + value.toPlainString() + "]")
                        .stream())
                .collect(Collectors.joining(" "));
    }

    private static Optional<BigDecimal> number(JsonSource item, String name) {
        return item.values(name).stream()
                .map(text -> text.strip().replace(',', '.'))
                .filter(text -> text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+(\\.[0-9]+)?"))
                .map(BigDecimal::new)
                .findFirst();
    }
}

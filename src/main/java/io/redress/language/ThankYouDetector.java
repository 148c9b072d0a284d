package io.redress.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells a mere thank-you, in Chinese or English, from thanks beside which something else is said. It knows what people say
 * who want nothing more ({@code thanks.txt}), and takes that away: where anything is left, such as <i>but it still leaks</i>,
 * it is no mere thank-you. So a word that it does not know costs a look at a ticket, and never hides a complaint.
 */
public final class ThankYouDetector {

    /** Nobody needs more to say thanks; it also bounds the patterns. */
    private static final int LONGEST = 200;

    private static final Pattern SAID = read();

    /** What may stand between: no letter, no digit, no sign that asks or is angry. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}\\p{M}]*");

    private static final Pattern ASKS = Pattern.compile("[?？]");

    private static final Pattern ANGRY = Pattern.compile("[😠😡🤬👎💔😤😒🙄😞😭😢😩😫🤮💩⏳⌛🔥]");

    private ThankYouDetector() {}

    /**
     * Whether a text says thanks, or that all is well, and nothing else.
     *
     * @param name of who wrote it, which may stand below; empty when nobody knows it
     */
    public static boolean isAll(String text, String name) {
        if (text.length() > LONGEST
                || ASKS.matcher(text).find()
                || ANGRY.matcher(text).find()) {
            return false;
        }
        String words = without(plain(name), plain(text));
        return !NOTHING.matcher(words).matches()
                && NOTHING.matcher(SAID.matcher(words).replaceAll(" ")).matches();
    }

    private static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip();
        return ChineseScript.simplified(folded);
    }

    /** A word of the name, such as the first name alone, counts as the name. */
    private static String without(String name, String text) {
        String rest = name.isEmpty() ? text : text.replace(name, " ");
        for (String word : name.split(" ")) {
            rest = word.matches("\\p{IsLatin}{2,}") ? rest.replaceAll("\\b" + word + "\\b", " ") : rest;
        }
        return rest;
    }

    private static Pattern read() {
        Map<String, String> named = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        for (String line : LanguageResources.of("thanks.txt")) {
            String[] definition = line.split(" = ", 2);
            if (definition.length == 2) {
                named.put("{" + definition[0].toLowerCase(Locale.ROOT) + "}", definition[1]);
            } else {
                said.add(line);
            }
        }
        String all = "(" + String.join("|", said) + ")";
        for (int depth = 0; depth < 4; depth++) {
            for (Map.Entry<String, String> one : named.entrySet()) {
                all = all.replace(one.getKey(), "(" + one.getValue() + ")");
            }
        }
        return Pattern.compile("(?<![\\p{IsLatin}\\p{N}'])" + all + "(?![\\p{IsLatin}\\p{N}'])");
    }
}

package io.redress.charset;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** In which script the characters of a text are that ASCII does not have. */
final class UnicodeScripts {

    private static final Set<UnicodeScript> ALPHABETS = EnumSet.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.THAI);

    /** Spaces and marks of other scripts stand in between. */
    private static final double NEARLY_ALL = 0.9;

    private UnicodeScripts() {}

    /** Whether they are letters of one alphabet beside the Latin one, as no text that is decoded wrongly would have. */
    static boolean isOneAlphabet(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(c -> c > 0x7F).forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return ALPHABETS.stream().anyMatch(script -> counts.getOrDefault(script, 0) > all * NEARLY_ALL);
    }

    /** Whether every letter among them is Chinese. */
    static boolean isHanOnly(String text) {
        return text.codePoints()
                .filter(c -> c > 0x7F)
                .allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN || !Character.isLetter(c));
    }
}

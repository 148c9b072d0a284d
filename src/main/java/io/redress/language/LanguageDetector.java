package io.redress.language;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Which of the languages that Redress answers in a text is written in. The script decides between the two kinds of
 * Chinese, so a short text without a telling character is taken for Simplified.
 */
public final class LanguageDetector {

    private static final int ENOUGH = 4_000;
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}'’]*+");
    private static final Pattern FOREIGN_LETTER = Pattern.compile("[^\\p{ASCII}]");
    private static final int SENTENCE = 6;
    private static final Set<String> ENGLISH = Set.of(
            ("the a an and or but not no is are was were be been am i my me we our you your it its this that these they he"
                            + " she to of in on at for from with without by as have has had do does did don't doesn't didn't can"
                            + " can't will won't would should after before when what why how who there here still never"
                            + " please thanks thank hello hi just only very too so if because about order refund broken")
                    .split(" "));

    private LanguageDetector() {}

    /**
     * The language as a BCP 47 tag: {@code zh-Hans}, {@code zh-Hant}, {@code en}, or {@code und} for a text without
     * words or in another language. Only the first 4,000 characters are read.
     */
    public static String of(String text) {
        String start = StringUtils.truncate(text, ENOUGH);
        int han = 0;
        int others = 0;
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            switch (Character.UnicodeScript.of(c)) {
                case HAN -> han++;
                case LATIN, COMMON, INHERITED, UNKNOWN, BOPOMOFO -> {}
                default -> others++;
            }
            traditional += ChineseScript.isTraditional(c) || c == '「' ? 1 : 0;
            simplified += ChineseScript.isSimplified(c) ? 1 : 0;
        }
        var words = WORD.matcher(start).results().map(word -> word.group()).toList();
        if (others > han && others > words.size()) {
            return "und";
        }
        if (han > 0 && han >= words.size()) {
            return traditional > simplified ? "zh-Hant" : "zh-Hans";
        }
        long english = words.stream().filter(LanguageDetector::isEnglish).count();
        long foreign = words.stream()
                .filter(word -> FOREIGN_LETTER.matcher(word.replace('’', '\'')).find())
                .count();
        boolean tooFewEnglish = words.size() >= SENTENCE && english * 10 < words.size();
        return words.isEmpty() || tooFewEnglish || foreign > english ? "und" : "en";
    }

    private static boolean isEnglish(String word) {
        return ENGLISH.contains(word.replace('’', '\'').toLowerCase(Locale.ROOT));
    }
}

package io.redress.mapping;

import java.util.regex.Pattern;

/** Text without what no store, message or screen can hold. */
final class CleanText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private CleanText() {}

    /** Stripped, line ends as LF, without control characters and halves of surrogate pairs. */
    static String of(String text) {
        if (isSurelyClean(text)) {
            return text.strip();
        }
        return CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }

    /** False wherever a pattern might match: a whole surrogate pair is clean, too, but takes the slower way. */
    private static boolean isSurelyClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\n' && character != '\t'
                    || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }
}

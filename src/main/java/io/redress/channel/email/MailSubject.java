package io.redress.channel.email;

import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** The subject line without what mail programs put before it. */
final class MailSubject {

    private static final Pattern PREFIX = Pattern.compile(
            "(?i)^\\s*(re|aw|antwort|sv|vs|odp|ynt|fw|fwd|wg|tr|rv|enc|回复|回覆|答复|答覆|转发|轉寄|轉發|转寄)\\s*([\\[(（]\\d{1,3}[\\])）])?\\s*[:：]\\s*");

    private static final Pattern FORWARD = Pattern.compile("(?i)^\\s*(fw|fwd|wg|tr|rv|enc|vl|转发|轉寄|轉發|转寄)\\s*[:：]");

    private static final int LONGEST = 500;

    private MailSubject() {}

    /** Null when nothing is left. */
    static @Nullable String bare(String subject) {
        String bare = StringUtils.truncate(subject, LONGEST);
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = PREFIX.matcher(bare).replaceFirst("");
        }
        return bare.isBlank() ? null : bare.strip();
    }

    static boolean isForwarded(String subject) {
        return FORWARD.matcher(subject).find();
    }

    /** Whether the subject alone tells what happened: four Chinese characters or three words at least. */
    static boolean isSentence(@Nullable String subject) {
        if (subject == null) {
            return false;
        }
        long han = subject.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long words =
                Pattern.compile("\\p{IsLatin}{2,}").matcher(subject).results().count();
        return han >= 4 || words >= 3;
    }
}

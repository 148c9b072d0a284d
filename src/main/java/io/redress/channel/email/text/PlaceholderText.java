package io.redress.channel.email.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells a text from what a mail program puts in its place: {@code Please view this mail in a browser}. */
public final class PlaceholderText {

    /** In characters; what stands in is short. */
    private static final int LONGEST = 200;

    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}{1,2}|[\\p{L}&&[^\\p{IsHan}\\p{IsLatin}]]{2,}|[\\p{IsLatin}\\p{N}]{4,}");

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S{1,2000}");

    private PlaceholderText() {}

    /** Whether a letter stands in for the other rendering of the mail: a true one has its words there, too. */
    public static boolean is(ReplyText replyText, ReplyText other) {
        String text = replyText.all().toLowerCase(Locale.ROOT);
        String rendered = other.all().toLowerCase(Locale.ROOT);
        if (text.length() >= LONGEST || rendered.length() <= 5) {
            return false;
        }
        List<String> words = WORD.matcher(ADDRESS.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .toList();
        long shared = words.stream().filter(rendered::contains).count();
        return words.isEmpty() || text.contains("html") || shared * 2 < words.size();
    }
}

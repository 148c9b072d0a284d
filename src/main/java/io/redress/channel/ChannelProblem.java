package io.redress.channel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a channel, or a part of it, from its work.
 *
 * @param aspect which part of the channel's work: {@code poll}, {@code set-aside}, {@code marks} …; a channel has one trouble
 *     of each at a time
 * @param problem in a sentence, without its full stop
 * @param remedy what an operator can do, in a sentence
 * @param words what the other side or the system said, short and without secrets; null when it said nothing
 */
public record ChannelProblem(
        String aspect,
        String problem,
        String remedy,
        @Nullable String words) {

    private static final String ARROW = " → ";

    /** What turns lines, colours or the direction of a reader's screen: names of files may have it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** A finding that says problem and remedy in one: {@code 'a.pdf' is not taken → save it as .csv}. */
    public static ChannelProblem of(String aspect, String finding) {
        int arrow = finding.indexOf(ARROW);
        return arrow < 0
                ? new ChannelProblem(aspect, finding, "See the report beside the file", null)
                : new ChannelProblem(
                        aspect, finding.substring(0, arrow), sentence(finding.substring(arrow + ARROW.length())), null);
    }

    /** As it can be shown to people, whatever strangers put into its words. */
    ChannelProblem shown() {
        return new ChannelProblem(aspect, shown(problem), shown(remedy), words == null ? null : shown(words));
    }

    private static String shown(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

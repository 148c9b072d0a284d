package io.redress.channel.sms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many text messages a text takes. With the GSM 7-bit alphabet (3GPP TS 23.038) one holds 160 characters, and each part of a
 * longer text 153; with UCS-2, which any other character asks for, 70 and 67. A character is never divided between two parts.
 */
public final class SmsText {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes two: an escape stands before it. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_PART = 67;

    /** What a reader takes for one, of however many code points. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private SmsText() {}

    /** The text messages that a text takes; 0 for an empty one. */
    public static int segments(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        boolean gsm = isGsm(text);
        int alone = gsm ? GSM_ALONE : UCS_ALONE;
        int part = gsm ? GSM_PART : UCS_PART;
        int all = text.codePoints().map(character -> units(character, gsm)).sum();
        if (all <= alone) {
            return 1;
        }
        int parts = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int units = units(character, gsm);
            if (used + units > part) {
                parts++;
                used = 0;
            }
            used += units;
        }
        return parts;
    }

    /** Whether every character is of the GSM 7-bit alphabet. */
    public static boolean isGsm(String text) {
        return text.codePoints()
                .allMatch(character -> BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0);
    }

    /**
     * The text, or as much of it as fits. The last link, and what stands behind it, stays whole: what is left out stands before it.
     * A link that takes more than all by itself is left out instead.
     *
     * @param most text messages, 1 or more
     */
    public static String cut(String text, int most) {
        if (segments(text) <= most) {
            return text;
        }
        int link = lastLink(text);
        String end = link < 0 ? "" : text.substring(link);
        if (segments(end) > most) {
            Matcher alone = LINK.matcher(end);
            end = alone.lookingAt() && segments(alone.group()) <= most ? alone.group() : "";
        }
        String start = link < 0 ? text : text.substring(0, link);
        return fitted(start, end, most);
    }

    private static String fitted(String start, String end, int most) {
        String more =
                isGsm(start + end) ? "..." : "…"; // the ellipsis is not in the GSM alphabet, and would halve what fits
        String tail = more + (end.isEmpty() ? "" : " ") + end;
        String fits = end;
        Matcher characters = CHARACTER.matcher(start);
        while (characters.find()) {
            String shortened = start.substring(0, characters.end()).stripTrailing() + tail;
            if (segments(shortened) > most) {
                break;
            }
            fits = shortened;
        }
        return fits;
    }

    private static int lastLink(String text) {
        Matcher links = LINK.matcher(text);
        int last = -1;
        while (links.find()) {
            last = links.start();
        }
        return last;
    }

    private static int units(int character, boolean gsm) {
        return gsm ? EXTENSION.indexOf(character) >= 0 ? 2 : 1 : Character.charCount(character);
    }
}

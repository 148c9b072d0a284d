package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.scan.FileScan;
import org.jspecify.annotations.Nullable;

/** Tells a row whose characters are not those that its sender wrote. */
final class CharacterCheck {

    /** One in so many characters beyond ASCII may be lost, and the rest still says what was meant. */
    private static final int FEW = 10;

    /** @param remedy what to do about it */
    record Problem(String problem, String remedy) {}

    private final FileScan scan;
    private final boolean unicode;

    CharacterCheck(FileScan scan) {
        this.scan = scan;
        this.unicode = scan.charset().name().startsWith("UTF-");
    }

    /** Why the text cannot be what was meant; null when it can. */
    @Nullable
    Problem problem(String text) {
        int lost = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == NumberedLines.DAMAGED) {
                return new Problem(
                        "it has bytes that are not valid " + scan.charset().name(),
                        "export it again, or set file.charset in the mapping");
            }
            if (c == '\0') {
                return new Problem("it has NUL characters: the file was damaged on its way", "send the row again");
            }
            if (!unicode && !scan.declared() && c >= '\uE000' && c <= '\uF8FF') {
                return new Problem(
                        "read as " + scan.charset().name() + " it has characters that no charset gives a meaning",
                        "set file.charset in the mapping to the charset that the file is written in");
            }
            lost += c == '\uFFFD' ? 1 : 0;
            others += c >= 0x80 ? 1 : 0;
        }
        return lost * FEW > others
                ? new Problem(
                        "its characters were lost (U+FFFD) before the file came here",
                        "export it again in a charset that has them, best UTF-8")
                : null;
    }
}

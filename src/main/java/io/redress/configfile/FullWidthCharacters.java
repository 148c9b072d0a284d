package io.redress.configfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs that a Chinese input method writes where YAML wants those of ASCII: what stands there is no YAML, or another one. */
public final class FullWidthCharacters {

    private static final String ASCII = "：:，,｛{｝}［[］]－-–-—-＃#＂\"＇'\u3000 \u00A0 ";

    /** Places where the grammar needs the sign; within words any sign may stand. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("^\\s*(\u3000)"),
            Pattern.compile("^ *(\u00A0)"),
            Pattern.compile("^[ ]*([－–—])[ \u3000]"),
            Pattern.compile("^\\s*(＃)"),
            Pattern.compile("(?:^|[{,，\\[])[ \u3000]*(?:-[ ]+)?[\"']?[\\w./+-]{1,60}[\"']?[ ]*(：)"),
            Pattern.compile("^[ ]*(?:-[ ]+)?[\"']?[\\w./+-]{1,60}[\"']?:[ \u3000]*([｛［])"),
            Pattern.compile("[{\\[][^\"'#]*([，｝］])"));

    private FullWidthCharacters() {}

    /**
     * What a parser stumbled over; empty when it was something else.
     *
     * @param at the line of which it complains, 1-based: the one with the sign, or the next one that says anything
     */
    static Optional<Finding> near(Path file, String text, int at) {
        return AdjacentLines.findings(text, at, (line, written) -> in(file, line, written)).stream()
                .reduce((below, above) -> above);
    }

    /** The first sign in a line, counted from 1; empty when there is none. */
    public static Optional<Finding> at(Path file, String text, int line) {
        return in(
                file,
                line,
                text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse(""));
    }

    private static Optional<Finding> in(Path file, int line, String written) {
        String code = written.replaceFirst("(^| )#.*", "");
        return PLACES.stream()
                .map(place -> place.matcher(code))
                .filter(Matcher::find)
                .findFirst()
                .map(sign -> finding(file, line, sign.group(1).charAt(0)));
    }

    private static Finding finding(Path file, int line, char sign) {
        char right = ASCII.charAt(ASCII.indexOf(sign) + 1);
        String shown =
                sign == '\u00A0' ? "no-break blank" : "full-width " + (sign == '\u3000' ? "blank" : "sign " + sign);
        return new Finding(
                file,
                line,
                "the " + shown + " stands here, which means nothing to YAML",
                right == ' '
                        ? "indent with plain blanks"
                        : "write a plain " + right + (right == ':' || right == '-' ? " with a blank behind it" : ""));
    }
}

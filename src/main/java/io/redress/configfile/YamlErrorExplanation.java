package io.redress.configfile;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What a parser's complaint means for the person who wrote the file: which line is wrong, and what to write there. */
public final class YamlErrorExplanation {

    private static final char UNREADABLE = '\uFFFD';
    private static final String INDENT_REMEDY = "keys that belong together begin in one column: indent the line as its"
            + " neighbours are, with two blanks more for each level";

    private static final Pattern PLACEHOLDER = Pattern.compile("(?:^|[:,\\[{-])\\s*(\\{\\{[^{}\\s]{1,200}}})");

    private final Path file;
    private final String text;

    private YamlErrorExplanation(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The first mistake of a text that is not YAML; empty when it is. */
    public static Optional<Finding> in(Path file, String text) {
        var mistake = new YamlErrorExplanation(file, text);
        try {
            for (Object document : new Yaml(new LoaderOptions()).composeAll(new StringReader(text))) {
                if (document == null) {
                    break;
                }
            }
            return Optional.empty();
        } catch (ReaderException e) {
            int line = lineAt(text, Math.min(e.getPosition(), text.length()));
            String sign = String.format("U+%04X", e.getCodePoint());
            return Optional.of(
                    new Finding(file, line, "the control character " + sign + " stands here", "delete the character"));
        } catch (MarkedYAMLException e) {
            int line = line(e.getProblemMark());
            return placeholder(file, text, line)
                    .or(() -> FullWidthCharacters.near(file, text, line))
                    .or(() -> MissingSpace.near(file, text, line))
                    .or(() -> Optional.of(mistake.marked(e)));
        } catch (YAMLException e) {
            return Optional.of(new Finding(
                    file, 0, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "write it in YAML"));
        }
    }

    /** A key that stands twice in one place; empty when none does, or the text is not YAML. */
    public static Optional<Finding> twice(Path file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            new Yaml(new SafeConstructor(options)).loadAll(text).forEach(document -> {});
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            String key = String.valueOf(e.getProblem()).replaceFirst("^found duplicate key ", "");
            return Optional.of(new Finding(
                    file,
                    line(e.getProblemMark()),
                    "key '" + key + "' stands twice",
                    "put what belongs to it under one of the two"));
        } catch (YAMLException e) {
            return Optional.empty();
        }
    }

    /** A placeholder of a route that stands without quotes: YAML takes its brackets for its own. Empty when none stands in the line. */
    static Optional<Finding> placeholder(Path file, String text, int line) {
        String written = new YamlErrorExplanation(file, text).lineOf(line);
        var found = PLACEHOLDER.matcher(written);
        return found.find()
                        && written.substring(0, found.start(1))
                                                .replaceAll("[^\"']", "")
                                                .length()
                                        % 2
                                == 0
                ? Optional.of(new Finding(
                        file,
                        line,
                        "the placeholder " + found.group(1) + " stands without quotes",
                        "write the whole value in quotes: \"" + found.group(1) + "\""))
                : Optional.empty();
    }

    /** The line of bytes that are not UTF-8, in a text that was decoded leniently. */
    public static Optional<Finding> encoding(Path file, String text) {
        int at = text.indexOf(UNREADABLE);
        return at < 0
                ? Optional.empty()
                : Optional.of(new Finding(file, lineAt(text, at), "is not UTF-8", "save the file in UTF-8"));
    }

    private Finding marked(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        int line = line(e.getProblemMark());
        int opened = e.getContextMark() == null ? line : line(e.getContextMark());
        String context = String.valueOf(e.getContext());
        if (problem.contains("\\t(TAB)") || indentedByTab(line)) {
            return finding(line, "the line is indented with a tab", "indent with blanks: YAML takes no tabs");
        }
        if (context.contains("flow ")) {
            return flow(opened, context, problem);
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return finding(
                    opened, "a quote opens here and is never closed", "close it, or write the quote twice (''x)");
        }
        if (problem.contains("unknown escape")) {
            return finding(
                    line,
                    "between double quotes a backslash begins an escape, and this one is unknown",
                    "write the text in single quotes ('…'), or each backslash twice");
        }
        if (problem.contains("that cannot start any token") || context.contains("alias") || problem.contains("alias")) {
            return finding(line, "a text begins with a sign that YAML reserves", "write the text in quotes (\"…\")");
        }
        if (problem.contains("mapping values are not allowed")) {
            return sameLine(line)
                    ? finding(
                            line, "the line contains a second colon", "write the text behind the first colon in quotes")
                    : finding(line, "the line is indented differently from the one that it belongs to", INDENT_REMEDY);
        }
        if (problem.contains("<scalar>") || problem.contains("'}'") || problem.contains("']'")) {
            return finding(line, "something stands behind the end of the value", "write the whole value in quotes");
        }
        if (problem.contains("expected <block end>")) {
            return finding(line, "the line is indented differently from the one that it belongs to", INDENT_REMEDY);
        }
        return finding(
                line,
                problem,
                "fix the YAML at this line (indentation, quotes), or close the quote or bracket that opens above it");
    }

    private Finding flow(int opened, String context, String problem) {
        String bracket = context.contains("sequence") ? "[" : "{";
        String closing = bracket.equals("[") ? "]" : "}";
        boolean comment = lineOf(opened).contains(" #");
        return finding(
                opened,
                problem.contains("expected ','")
                        ? "the bracket " + bracket + " opens here, and a comma or " + closing + " is missing behind it"
                        : "what stands between " + bracket + " and " + closing + " cannot be read",
                comment
                        ? "' #' begins a comment, which ends with the line: close the bracket before it"
                        : "write commas between the parts and " + closing
                                + " at the end, and texts with : { } [ ] in quotes");
    }

    private Finding finding(int line, String problem, String remedy) {
        return new Finding(file, line, problem, remedy);
    }

    /** Whether the line has a value behind its first colon, as in {@code a: b: c}. */
    private boolean sameLine(int line) {
        String written = lineOf(line).strip();
        int colon = written.indexOf(": ");
        return colon >= 0 && written.indexOf(':', colon + 2) > 0;
    }

    private boolean indentedByTab(int line) {
        String written = lineOf(line);
        return written.substring(0, written.length() - written.stripLeading().length())
                .contains("\t");
    }

    private String lineOf(int line) {
        return text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("");
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static int lineAt(String text, int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }
}

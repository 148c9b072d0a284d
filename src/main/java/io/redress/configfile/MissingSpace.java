package io.redress.configfile;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key without a blank behind its colon, {@code host:imap.example.com}: YAML takes both for one text, and complains of the next line. */
final class MissingSpace {

    private static final Pattern KEY = Pattern.compile("^\\s*(- )?([A-Za-z][\\w.-]{0,60}):([^\\s/:].*?)\\s*$");

    /** Of a list's texts these begin an address. */
    private static final Set<String> SCHEMES = Set.of("direct", "kamelet", "jms", "file", "http", "https", "bean");

    private MissingSpace() {}

    /** @param at the line that the parser complains of, 1-based: the key's own, or the next one that says anything */
    static Optional<Finding> near(Path file, String text, int at) {
        return AdjacentLines.findings(text, at, (line, written) -> in(file, line, written)).stream()
                .findFirst();
    }

    private static Optional<Finding> in(Path file, int line, String written) {
        Matcher key = KEY.matcher(written.replaceFirst("\\s#.*", ""));
        return key.matches() && (key.group(1) == null || !SCHEMES.contains(key.group(2)))
                ? Optional.of(new Finding(
                        file,
                        line,
                        "no blank stands behind the colon of '" + key.group(2) + "'",
                        "write " + key.group(2) + ": " + key.group(3)))
                : Optional.empty();
    }
}

package io.redress.triage.rules;

import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles lists of patterns; one that cannot be read becomes a finding, and the others go on. */
final class PatternsReader {

    private static final Pattern REACHING = Pattern.compile("(.*?)\\s*\\.\\.(\\d)");

    private final PatternSyntax syntax;
    private final List<Finding> findings;

    PatternsReader(PatternSyntax syntax, List<Finding> findings) {
        this.syntax = syntax;
        this.findings = findings;
    }

    /** @param path where the list stands in the file */
    List<WordPattern> all(YamlFile<?> file, List<String> written, Object... path) {
        List<WordPattern> patterns = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            WordPattern pattern = one(file, written.get(i), i, path);
            if (pattern != null) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    /** Patterns that may end in {@code ..n}, the number of words over which they reach. */
    List<Negation> negations(YamlFile<?> file, List<String> written, Object... path) {
        List<Negation> negations = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            var parts = REACHING.matcher(written.get(i));
            boolean reaching = parts.matches();
            WordPattern pattern = one(file, reaching ? parts.group(1) : written.get(i), i, path);
            if (pattern != null) {
                negations.add(new Negation(pattern, reaching ? Integer.parseInt(parts.group(2)) : 0));
            }
        }
        return negations;
    }

    private @Nullable WordPattern one(YamlFile<?> file, String written, int index, Object... path) {
        try {
            return syntax.read(written);
        } catch (PatternSyntax.Unreadable e) {
            Object[] place = Arrays.copyOf(path, path.length + 1);
            place[path.length] = index;
            findings.add(file.finding(
                    "pattern '" + written + "': " + e.getMessage(),
                    "fix the pattern as the head of categories.yaml explains",
                    place));
            return null;
        }
    }
}

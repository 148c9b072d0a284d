package io.redress.triage.rules;

import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles a file's lists of patterns; one that cannot be read becomes a finding, and the others go on. */
record PatternsReader(YamlFile<?> file, PatternSyntax syntax, List<Finding> findings) {

    private static final Pattern REACHING = Pattern.compile("(.*?)\\s*\\.\\.(\\d)");

    /** @param path where the list stands in the file */
    List<WordPattern> all(@Nullable List<@Nullable String> written, Object... path) {
        return each(written, syntax::read, path);
    }

    /** Patterns that may end in {@code ..n}, the number of words over which they reach. */
    List<Negation> negations(@Nullable List<@Nullable String> written, Object... path) {
        return each(written, this::negation, path);
    }

    private Negation negation(String written) throws PatternSyntax.Unreadable {
        var parts = REACHING.matcher(written);
        return parts.matches()
                ? new Negation(syntax.read(parts.group(1)), Integer.parseInt(parts.group(2)))
                : new Negation(syntax.read(written), 0);
    }

    private interface Reading<T> {
        T of(String written) throws PatternSyntax.Unreadable;
    }

    private <T> List<T> each(@Nullable List<@Nullable String> written, Reading<T> reading, Object... path) {
        List<T> patterns = new ArrayList<>();
        for (int i = 0; written != null && i < written.size(); i++) {
            String pattern = written.get(i);
            try {
                if (pattern != null) {
                    patterns.add(reading.of(pattern));
                }
            } catch (PatternSyntax.Unreadable e) {
                Object[] place = Arrays.copyOf(path, path.length + 1);
                place[path.length] = i;
                findings.add(file.finding(
                        "pattern '" + pattern + "': " + e.getMessage(),
                        "fix the pattern as the head of categories.yaml explains",
                        place));
            }
        }
        return patterns;
    }
}

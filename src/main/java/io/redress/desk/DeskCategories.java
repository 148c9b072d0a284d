package io.redress.desk;

import io.redress.triage.CategoryRules;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The categories as staff choose from them. */
public final class DeskCategories {

    private final Supplier<Set<String>> keys;
    private final CategoryRules rules;

    /** @param keys of the categories that the rules have now; none while they are broken */
    public DeskCategories(Supplier<Set<String>> keys, CategoryRules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    /** A category and its words for people. */
    public record Titled(String key, String title) {}

    /** All of them in the order of their titles. */
    public List<Titled> all(String language) {
        return keys.get().stream()
                .map(key -> new Titled(key, title(key, language)))
                .sorted(Comparator.comparing(Titled::title))
                .toList();
    }

    /**
     * A category's words in a language (BCP 47), or else its key.
     *
     * @param key may be of a category that the rules do not have any more; null gives an empty text
     */
    public String title(@Nullable String key, String language) {
        if (key == null) {
            return "";
        }
        return rules.has(key) ? rules.titles(key).getOrDefault(language, key) : key;
    }

    /** The teams that own categories, in alphabetical order. */
    public List<String> owners() {
        return keys.get().stream()
                .filter(rules::has)
                .map(rules::owner)
                .distinct()
                .sorted()
                .toList();
    }
}

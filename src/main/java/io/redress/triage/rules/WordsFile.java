package io.redress.triage.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/words.yaml}: the vocabulary that all rules share. What is left out is empty.
 *
 * @param variants regional and short forms, and what to read instead
 * @param words lists that patterns name as {@code <name>}; a list may name those above it
 * @param reading patterns by what they do to the words next to them, a component of {@link ContextRules}
 */
record WordsFile(
        Map<String, String> variants,
        Map<String, List<@Nullable String>> words,
        Map<String, List<@Nullable String>> reading) {

    WordsFile {
        variants = variants == null ? Map.of() : variants;
        words = words == null ? Map.of() : words;
        reading = reading == null ? Map.of() : reading;
    }
}

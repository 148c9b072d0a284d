package io.redress.triage.rules;

import io.redress.ticket.Priority;
import io.redress.triage.rules.Category.Evidence;
import io.redress.triage.rules.Category.Raise;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code config/words.yaml} and {@code config/categories.yaml} say, compiled.
 *
 * @param lists the word lists by name, which are features of their own for {@link io.redress.triage.ExampleModel}
 * @param raises the most serious first
 */
public record CompiledRules(
        ComplaintTokenizer tokenizer,
        Vocabulary vocabulary,
        PhraseTrie phrases,
        ContextRules reading,
        Map<String, WordPattern> lists,
        Map<String, Category> categories,
        PrefilteredPatterns<Evidence> evidence,
        List<Raise> raises,
        Map<String, Priority> tiers,
        Priority threatened) {

    /** A complaint cut into words, and the phrases of the rules found in it. */
    public TokenizedText read(@Nullable String subject, String text) {
        return tokenizer.read(subject, text, vocabulary, phrases);
    }

    /** The same rules, which know other words by number too. */
    public CompiledRules with(Vocabulary more) {
        return new CompiledRules(
                tokenizer, more, phrases, reading, lists, categories, evidence, raises, tiers, threatened);
    }
}

package io.redress.triage.rules;

import io.redress.ticket.Priority;
import io.redress.triage.rules.Category.Evidence;
import io.redress.triage.rules.Category.Raise;
import java.util.List;
import java.util.Map;

/**
 * Everything that {@code config/words.yaml} and {@code config/categories.yaml} say, compiled.
 *
 * @param lists the word lists by name, which are features of their own for {@link io.redress.triage.ExampleModel}
 * @param raises the most serious first
 */
public record CompiledRules(
        ComplaintTokenizer tokenizer,
        TermPrefilter prefilter,
        ContextRules reading,
        Map<String, WordPattern> lists,
        Map<String, Category> categories,
        PrefilteredPatterns<Evidence> evidence,
        List<Raise> raises,
        Map<String, Priority> tiers,
        Priority threatened) {}

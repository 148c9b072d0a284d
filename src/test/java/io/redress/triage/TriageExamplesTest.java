package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.triage.TriageExamples.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TriageExamplesTest {

    private static final TriageExamples EXAMPLES = TriageExamples.read(ShippedRules.CONFIG);

    @Test
    void every_shipped_example_is_judged_as_it_says() {
        assertThat(EXAMPLES.verify(ShippedRules.RULES)).isEmpty();
    }

    @Test
    void the_examples_cover_every_category_all_languages_and_many_traps() {
        List<Example> examples = EXAMPLES.examples();
        Map<String, Long> categories =
                examples.stream().collect(Collectors.groupingBy(Example::category, Collectors.counting()));

        assertThat(examples).hasSizeGreaterThanOrEqualTo(400);
        assertThat(categories.keySet())
                .isEqualTo(ShippedRules.RULES.categories().keySet());
        assertThat(categories.values()).allMatch(count -> count >= 40);
        assertThat(examples.stream().filter(example -> Boolean.TRUE.equals(example.trap())))
                .hasSizeGreaterThanOrEqualTo(80);
        assertThat(examples.stream().map(example -> example.complaint().language()))
                .contains("zh-Hans", "zh-Hant", "en");
    }

    @Test
    void no_example_is_nearly_another() {
        List<String> near = new ArrayList<>();
        List<Example> examples = EXAMPLES.examples();
        List<Set<String>> grams =
                examples.stream().map(example -> grams(example.text())).toList();
        for (int i = 0; i < grams.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (likeness(grams.get(i), grams.get(j)) > 0.6) {
                    near.add(examples.get(i).text() + " ~ " + examples.get(j).text());
                }
            }
        }
        assertThat(near).isEmpty();
    }

    @Test
    void what_is_taught_holds_for_complaints_that_were_not() {
        Map<Boolean, Integer> judged = new HashMap<>();
        List<Example> examples = EXAMPLES.examples();
        int folds = 5;
        for (int fold = 0; fold < folds; fold++) {
            List<Example> taught = new ArrayList<>();
            List<Example> held = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % folds == fold ? held : taught).add(examples.get(i));
            }
            TriageRules rules = ShippedRules.RULES.taughtBy(taught, ShippedRules.CONFIG);
            held.forEach(example -> judged.merge(AccuracyTest.right(rules, example), 1, Integer::sum));
        }
        double share = judged.getOrDefault(true, 0) / (double) examples.size();
        System.out.printf("cross-validation, %d folds of %d examples: %.1f %%%n", folds, examples.size(), share * 100);
        assertThat(share).isGreaterThan(0.85);
    }

    private static Set<String> grams(String text) {
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            grams.add(text.substring(i, i + 3));
        }
        return grams;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return common / (double) (one.size() + other.size() - common);
    }
}

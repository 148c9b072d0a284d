package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.triage.TriageExamples.Example;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How the rules do on complaints that they were not made for. */
class AccuracyTest {

    private static final Path SETS = Path.of("src/test/resources/triage");

    @Test
    void complaints_written_before_the_rules_are_told_apart() {
        assertThat(share("blind.yaml")).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void complaints_written_after_the_rules_are_told_apart() {
        assertThat(share("fresh.yaml")).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void the_reasons_that_platforms_offer_for_a_return_are_told_apart() {
        assertThat(share("return-reasons.yaml")).isGreaterThanOrEqualTo(0.95);
    }

    static boolean right(TriageRules rules, Example example) {
        return example.allows(rules.assess(example.complaint(), Customer.unknown(), Product.unknown())
                .category());
    }

    private static double share(String file) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Example example : TriageExamples.of(SETS.resolve(file)).examples()) {
            boolean right = right(ShippedRules.RULES, example);
            for (String group : new String[] {"all", example.complaint().language(), example.category()}) {
                int[] count = counts.computeIfAbsent(group, key -> new int[2]);
                count[0] += right ? 1 : 0;
                count[1]++;
            }
        }
        counts.forEach((group, count) -> System.out.printf(
                "%s, %s: %d of %d = %.1f %%%n", file, group, count[0], count[1], 100.0 * count[0] / count[1]));
        int[] all = counts.getOrDefault("all", new int[] {0, 1});
        return all[0] / (double) all[1];
    }
}

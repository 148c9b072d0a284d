package io.redress.mapping;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.intake.SourceHints;
import io.redress.ticket.Keyed;
import io.redress.ticket.Priority;
import java.util.ArrayList;
import java.util.List;

/** What may be wrong with the words that a mapping gives to a source's priorities, states and customers' tiers. */
final class HintCheck {

    private static final List<String> PRIORITIES = Keyed.keys(Priority.class);
    /** Everything that is not over opens a ticket. */
    private static final List<String> STATES = List.of("received", SourceHints.CLOSED);

    private HintCheck() {}

    static List<Finding> of(YamlFile<?> yaml, ValueRules rules) {
        var findings = new ArrayList<Finding>();
        check(yaml, rules, CanonicalField.PRIORITY, PRIORITIES, findings);
        check(yaml, rules, CanonicalField.STATUS, STATES, findings);
        check(yaml, rules, CanonicalField.CUSTOMER_TIER, FieldMapper.TIERS, findings);
        return findings;
    }

    private static void check(
            YamlFile<?> yaml, ValueRules rules, CanonicalField field, List<String> known, List<Finding> findings) {
        rules.meanings(field).stream()
                .map(String::valueOf)
                .filter(meaning -> !known.contains(meaning))
                .distinct()
                .forEach(meaning -> findings.add(yaml.finding(
                        "values." + field.key() + " gives '" + meaning + "', which is none",
                        Suggestion.remedy(meaning, known),
                        "values",
                        field.key())));
    }
}

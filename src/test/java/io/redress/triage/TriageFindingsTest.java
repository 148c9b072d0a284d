package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.triage.TriageExamples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageFindingsTest {

    private static final String CATEGORIES = "categories.yaml";

    @TempDir
    Path config;

    @BeforeEach
    void copy_the_shipped_config() throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        for (String file : List.of(
                CATEGORIES,
                "words.yaml",
                "phrases.yaml",
                "categories.examples.yaml",
                "service-levels.yaml",
                "calendars/china.yaml")) {
            Files.copy(ShippedRules.CONFIG.resolve(file), config.resolve(file));
        }
    }

    @Test
    void a_category_without_a_queue_is_named_with_its_line_and_the_remedy() throws IOException {
        int line = replace(CATEGORIES, "    queue: complaints.damage\n", "");

        Finding finding = onlyFinding();

        assertThat(finding.problem()).isEqualTo("category 'damage' has no queue");
        assertThat(finding.remedy()).isEqualTo("write 'queue: complaints.damage'");
        assertThat(finding.line()).isBetween(line - 3, line);
        assertThat(finding.file()).isEqualTo(config.resolve(CATEGORIES));
    }

    @Test
    void another_categorys_queue_is_refused() throws IOException {
        int line = replace(CATEGORIES, "queue: complaints.damage", "queue: complaints.quality");

        assertThat(onlyFinding().line()).isEqualTo(line);
    }

    @Test
    void an_unknown_owner_and_an_unknown_policy_are_both_named_in_one_round() throws IOException {
        int owner = replace(CATEGORIES, "owner: finance", "owner: finanse");
        int policy = replace(CATEGORIES, "service-level: complex", "service-level: komplex");

        assertThat(findings()).extracting(Finding::line).containsExactlyInAnyOrder(owner, policy);
        assertThat(findings()).allMatch(finding -> finding.remedy().startsWith("one of ["));
    }

    @Test
    void a_duplicate_category_is_refused() throws IOException {
        int line = replace(CATEGORIES, "  damage:\n", "  quality:\n");

        assertThat(onlyFinding().problem()).contains("Duplicate field 'quality'");
        assertThat(onlyFinding().line()).isEqualTo(line);
    }

    @Test
    void a_pattern_that_cannot_be_read_is_named_with_its_line() throws IOException {
        int line = replace(CATEGORIES, "        - <fails>\n", "        - (冰箱 | <nothing-like-it>\n");

        assertThat(onlyFinding().line()).isEqualTo(line);
        assertThat(onlyFinding().problem()).contains("there is no list <nothing-like-it>");
    }

    @Test
    void an_unclosed_bracket_is_named() throws IOException {
        int line = replace(CATEGORIES, "        - <fails>\n", "        - (冰箱 | 空调\n");

        assertThat(onlyFinding().line()).isEqualTo(line);
        assertThat(onlyFinding().problem()).contains("a closing bracket is missing");
    }

    @Test
    void a_kind_of_evidence_without_a_weight_is_named() throws IOException {
        replace(CATEGORIES, "      decisive:\n", "      desisive:\n");

        assertThat(onlyFinding().problem()).isEqualTo("unknown kind of evidence 'desisive'");
    }

    @Test
    void there_must_be_a_category_other() throws IOException {
        replace(CATEGORIES, "\n  other:\n", "\n  others:\n");
        replace(CATEGORIES, "queue: complaints.other", "queue: complaints.others");

        assertThat(findings()).anyMatch(finding -> finding.problem().equals("there is no category 'other'"));
    }

    @Test
    void a_misspelt_key_is_named_once_with_the_one_that_was_meant() throws IOException {
        int line = replace(CATEGORIES, "    owner: logistics-claims\n", "    ovner: logistics-claims\n");

        assertThat(onlyFinding().line()).isEqualTo(line);
        assertThat(onlyFinding().problem()).isEqualTo("unknown key 'ovner'");
        assertThat(onlyFinding().remedy()).startsWith("did you mean 'owner'?");
    }

    @Test
    void what_is_missing_and_a_pattern_that_cannot_be_read_are_told_in_one_round() throws IOException {
        replace(CATEGORIES, "en: Arrived damaged}", "fr-CA: Endommagé}");
        replace(CATEGORIES, "    owner: finance\n", "");
        replace(CATEGORIES, "        - <fails>\n", "        - (冰箱 | 空调\n        -\n");
        replace("words.yaml", "\n  praise:\n", "\n  praised:\n");
        replace("words.yaml", "very: [", "very: [(a, ");

        assertThat(findings())
                .extracting(Finding::problem)
                .containsExactlyInAnyOrder(
                        "unknown key 'fr-CA'",
                        "'title' has no en",
                        "category 'billing' has no owner",
                        "pattern '(冰箱 | 空调': a closing bracket is missing",
                        "a pattern is missing in the list",
                        "unknown key 'praised'",
                        "list 'very': a closing bracket is missing");
    }

    @Test
    void words_that_yaml_takes_for_numbers_and_truths_are_words() throws IOException {
        replace("words.yaml", "  very: [", "  very: [no, 315, 1.50, yes, ");
        replace("phrases.yaml", "\ndamage: [", "\ndamage: [no, 315,");

        assertThat(TriageRules.read(config).categories()).isNotEmpty();
    }

    @Test
    void an_example_without_a_text_and_one_of_no_priority_are_named() throws IOException {
        Files.writeString(config.resolve("categories.examples.yaml"), """
                examples:
                  - {category: quality}
                  - {category: quality, text: it broke, priority: high}
                  - {category: quality, text: it broke, priorty: urgent}
                  -
                """);

        assertThat(findings())
                .extracting(Finding::line, Finding::problem)
                .containsExactlyInAnyOrder(
                        tuple(2, "an example has no text"),
                        tuple(3, "'examples.1.priority: high' is not one of normal, urgent, major"),
                        tuple(4, "unknown key 'priorty'"),
                        tuple(5, "an example is missing in the list"));
    }

    @Test
    void phrases_that_are_no_list_are_named() throws IOException {
        int line = replace("phrases.yaml", "\ndamage: [", "\nrepairs: broken\ndamage: [") + 1;

        assertThat(findings())
                .extracting(Finding::line, Finding::problem)
                .containsExactly(
                        tuple(line, "'repairs: broken' is not a list ([…], or lines that each begin with '- ')"));
    }

    @Test
    void a_phrase_list_of_an_unknown_category_is_named() throws IOException {
        int line = replace("phrases.yaml", "\ndamage: [", "\ndammage: [") + 1;

        assertThat(onlyFinding().line()).isEqualTo(line);
    }

    @Test
    void an_example_that_is_judged_otherwise_is_named_with_its_line() throws IOException {
        int line = replace(
                "categories.examples.yaml",
                "  - {category: quality, text: \"冰箱用了三个月",
                "  - {category: billing, text: \"冰箱用了三个月");

        List<Finding> findings = TriageExamples.read(config).verify(ShippedRules.RULES);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).line()).isEqualTo(line);
        assertThat(findings.get(0).problem()).startsWith("expected billing, judged category quality");
    }

    @Test
    void a_new_category_needs_words_only() throws IOException {
        replace(CATEGORIES, "\n  other:\n", """

                  recall:
                    title: {zh-Hans: 召回, zh-Hant: 召回, en: Product recall}
                    queue: complaints.recall
                    owner: technical-support
                    service-level: complex
                    evidence:
                      decisive: [召回 | product recall]

                  other:
                """);
        TriageRules rules = TriageRules.read(config);
        var complaint = new Example("recall", "请问我的推车在召回名单里吗", null, null, null, null).complaint();

        assertThat(rules.assess(complaint, Customer.unknown(), Product.unknown())
                        .category())
                .isEqualTo("recall");
    }

    private List<Finding> findings() {
        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> TriageRules.read(config));
        assertThat(invalid).isNotNull();
        return invalid.findings();
    }

    private Finding onlyFinding() {
        assertThat(findings()).hasSize(1);
        return findings().get(0);
    }

    /** Replaces the first occurrence and tells its line. */
    private int replace(String file, String old, String by) throws IOException {
        String text = Files.readString(config.resolve(file));
        int at = text.indexOf(old);
        assertThat(at).as(old).isNotNegative();
        Files.writeString(config.resolve(file), text.substring(0, at) + by + text.substring(at + old.length()));
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }
}

package io.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

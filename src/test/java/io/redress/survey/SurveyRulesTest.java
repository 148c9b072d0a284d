package io.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyRulesTest {

    @TempDir
    Path config;

    @Test
    void what_is_left_out_has_the_default_that_is_shipped() throws IOException {
        write("send: hub");

        assertThat(read())
                .isEqualTo(new SurveyRules(
                        SurveyQuestions.BOTH,
                        Duration.ZERO,
                        Duration.ofDays(7),
                        Duration.ofDays(30),
                        Duration.ofDays(3),
                        Duration.ofDays(14),
                        Duration.ofDays(7),
                        java.util.Map.of(),
                        100,
                        2,
                        6,
                        false));
        SurveyRules shipped = SurveyRules.read(Path.of("config"));
        assertThat(shipped.rate("usage")).isEqualTo(20);
        assertThat(shipped.rate("quality")).isEqualTo(100);
        assertThat(shipped.gap()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void every_key_is_read() throws IOException {
        write(
                "questions: nps",
                "after: 90min",
                "without-callback-after: 48h",
                "gap: 1 day",
                "reminder-after: none",
                "expires-after: 2 days",
                "close-after: 3 days",
                "sampling: {default: 12.5 %, usage: 0 %}",
                "low: {csat: 1, nps: 0}",
                "send: queue");

        SurveyRules rules = read();

        assertThat(rules.questions()).isEqualTo(SurveyQuestions.NPS);
        assertThat(rules.after()).isEqualTo(Duration.ofMinutes(90));
        assertThat(rules.withoutCallbackAfter()).isEqualTo(Duration.ofHours(48));
        assertThat(rules.reminderAfter()).isNull();
        assertThat(rules.rate("other")).isEqualTo(12.5);
        assertThat(rules.rate("usage")).isZero();
        assertThat(rules.low(new SurveyAnswer(1, null, null, null))).isTrue();
        assertThat(rules.low(new SurveyAnswer(2, 1, null, null))).isFalse();
        assertThat(rules.outside()).isTrue();
    }

    @Test
    void every_mistake_is_named_with_its_line_and_remedy() throws IOException {
        write(
                "questions: stars",
                "after: soon",
                "reminder-after: never",
                "sampling:",
                "  usag: 20 %",
                "  other: 120 %",
                "low: {csat: 6}",
                "send: fax");

        List<Finding> findings = findings();

        assertThat(findings)
                .extracting(Finding::problem)
                .containsExactlyInAnyOrder(
                        "unknown questions 'stars'",
                        "after 'soon' is not a time",
                        "reminder-after 'never' is not a time",
                        "unknown category 'usag'",
                        "'120 %' is not a percentage",
                        "low csat 6 is not on the scale",
                        "unknown way to send 'fax'");
        assertThat(findings).extracting(Finding::line).containsExactlyInAnyOrder(1, 2, 3, 5, 6, 7, 8);
        assertThat(findings)
                .filteredOn(finding -> finding.line() == 5)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("did you mean 'usage'?"));
    }

    @Test
    void a_reminder_after_the_end_is_a_mistake() throws IOException {
        write("reminder-after: 7 days", "close-after: 7 days");

        assertThat(findings()).extracting(Finding::line).containsExactly(1);
    }

    private SurveyRules read() {
        return SurveyRules.read(config);
    }

    private List<Finding> findings() {
        var invalid = catchThrowableOfType(InvalidConfiguration.class, this::read);
        assertThat(invalid).isNotNull();
        return invalid.findings();
    }

    private void write(String... lines) throws IOException {
        Files.writeString(config.resolve("categories.yaml"), "categories: {usage: {}, other: {}}\n");
        Files.writeString(config.resolve("surveys.yaml"), String.join("\n", lines) + "\n");
    }
}

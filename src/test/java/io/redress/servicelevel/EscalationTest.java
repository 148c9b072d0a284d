package io.redress.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationTest {

    private static final ServiceLevels SHIPPED = ServiceLevels.read(Path.of("config"));
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-03-13T16:00:00Z");

    @TempDir
    Path config;

    private ServiceLevels read(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "calendar: c", "policies: {p: {first-response: 1h, resolution: 8 business hours}}", "priorities: {}"));
        all.addAll(List.of(lines));
        Files.createDirectories(config.resolve("calendars"));
        Files.write(config.resolve("service-levels.yaml"), all);
        Files.write(
                config.resolve("calendars/c.yaml"),
                List.of("zone: UTC", "hours: {monday: 09:00-17:00, friday: 09:00-17:00}"));
        return ServiceLevels.read(config);
    }

    private List<Finding> findings(String... lines) {
        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> read(lines));
        assertThat(invalid).isNotNull();
        return invalid.findings();
    }

    @Test
    void a_breach_goes_up_to_supervisor_regional_center_and_head_office() {
        assertThat(SHIPPED.escalation())
                .containsExactly(
                        new Escalation(1, "supervisor"),
                        new Escalation(2, "regional-center"),
                        new Escalation(3, "head-office"));
        assertThat(SHIPPED.escalatesAt("return", FRIDAY_EVENING, 1)).isEqualTo(FRIDAY_EVENING);
        assertThat(SHIPPED.escalatesAt("return", FRIDAY_EVENING, 2))
                .isEqualTo(FRIDAY_EVENING.plus(Duration.ofHours(4)));
        assertThat(SHIPPED.escalatesAt("return", FRIDAY_EVENING, 3))
                .isEqualTo(FRIDAY_EVENING.plus(Duration.ofHours(24)));
    }

    @Test
    void warnings_come_at_half_and_three_quarters() throws IOException {
        assertThat(SHIPPED.warnings()).containsExactly(50, 75);
        assertThat(read().warnings()).as("by default").containsExactly(50, 75);
        assertThat(read("warnings: [10%, 80 %, 95]").warnings()).containsExactly(10, 80, 95);
        assertThat(read("warnings: []").warnings()).isEmpty();
    }

    @Test
    void business_time_of_a_stage_is_that_of_the_policy() throws IOException {
        ServiceLevels levels = read(
                "escalation: [{after: 2 business hours, to: a}, {after: 1h, to: a}]",
                "roles: {a: {title: {zh-Hans: 甲, zh-Hant: 甲, en: A}}}");

        assertThat(levels.escalatesAt("p", FRIDAY_EVENING, 1)).isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
        assertThat(levels.escalatesAt("p", FRIDAY_EVENING, 2))
                .as("not before the level below")
                .isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
        assertThatThrownBy(() -> levels.escalatesAt("p", FRIDAY_EVENING, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_role_has_any_number_of_addresses_and_a_title_in_three_languages() throws IOException {
        ServiceLevels levels = read(
                "roles:",
                "  none: {mail: \"\", title: {zh-Hans: 甲, zh-Hant: 甲, en: A}}",
                "  one: {mail: a@example.com, title: {zh-Hans: 甲, zh-Hant: 甲, en: A}}",
                "  two: {mail: [a@example.com, b@example.com], title: {zh-Hans: 甲, zh-Hant: 甲, en: A}}");

        assertThat(levels.roles()).containsOnlyKeys("none", "one", "two");
        assertThat(levels.roles().get("none").mail()).isEmpty();
        assertThat(levels.roles().get("one").mail()).containsExactly("a@example.com");
        assertThat(levels.roles().get("two").mail()).containsExactly("a@example.com", "b@example.com");
        assertThat(SHIPPED.roles().values())
                .allSatisfy(role -> assertThat(role.title()).containsOnlyKeys("zh-Hans", "zh-Hant", "en"));
    }

    @Test
    void business_hours_and_minutes_are_limits() throws IOException {
        var limits = read("");

        assertThat(limits.due("p", io.redress.ticket.Priority.NORMAL, Instant.parse("2026-03-13T15:00:00Z"))
                        .resolutionDue())
                .isEqualTo(Instant.parse("2026-03-16T15:00:00Z"));
        assertThat(TimeLimit.parse("30 business minutes"))
                .isEqualTo(new TimeLimit.BusinessHours(Duration.ofMinutes(30)));
        assertThat(TimeLimit.parse("1 business hour")).isEqualTo(new TimeLimit.BusinessHours(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0h",
                "0min",
                "0 business days",
                "00 business hours",
                "business days",
                "-1h",
                "1d",
                "2 days",
                "P1D",
                "PT",
                "1000 business days",
                "12345 business hours",
                "1"
            })
    void a_limit_that_is_none_or_does_not_say_which_days_is_refused(String none) throws IOException {
        read();
        Files.writeString(
                config.resolve("service-levels.yaml"),
                "calendar: c\npolicies:\n  p: {first-response: 1h, resolution: " + none + "}\n");

        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> ServiceLevels.read(config));
        assertThat(invalid.findings())
                .extracting(Finding::line, Finding::problem)
                .containsExactly(tuple(3, "resolution '" + none + "' is not a limit"));
    }

    @ParameterizedTest
    @CsvSource({"24H, PT24H", "1h 30min, PT1H30M", "90 m, PT1H30M", "PT1H30M, PT1H30M", "PT90S, PT1M30S"})
    void a_limit_is_written_in_any_form_of_a_length_of_time(String written, Duration length) throws IOException {
        read();
        Files.writeString(
                config.resolve("service-levels.yaml"),
                "calendar: c\npolicies:\n  p: {first-response: 1s, resolution: " + written + "}\n");

        assertThat(ServiceLevels.read(config)
                        .due("p", io.redress.ticket.Priority.NORMAL, FRIDAY_EVENING)
                        .resolutionDue())
                .isEqualTo(FRIDAY_EVENING.plus(length));
    }

    @Test
    void a_policy_needs_a_calendar_of_its_own_or_of_the_file() throws IOException {
        read();
        Files.writeString(
                config.resolve("service-levels.yaml"),
                "policies:\n  p: {first-response: 1h, resolution: 1h}\n  own: {first-response: 1h, resolution: 1h, calendar: c}\n");

        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> ServiceLevels.read(config));
        assertThat(invalid.findings()).extracting(Finding::problem).containsExactly("'p' has no calendar");
    }

    @Test
    void every_mistake_is_named_with_its_line() {
        var findings = findings(
                "warnings:",
                "  - 0 %",
                "  - 50 %",
                "  - 40 %",
                "  - half",
                "  - 100 %",
                "escalation:",
                "  - {after: 1h, to: nobody}",
                "  - {after: 1h, to: b}",
                "  - {after: soon, to: b}",
                "  - {to: b}",
                "  - {after: 2h}",
                "roles:",
                "  b: {mail: [\"no address\"], title: {zh-Hans: 甲, zh-Hant: 甲, en: A}}",
                "  C: {title: {zh-Hans: 甲, zh-Hant: 甲, en: A}}",
                "  d: {mail: \"\", title: {en: D}}");

        assertThat(findings)
                .extracting(Finding::line)
                .containsExactlyInAnyOrder(5, 7, 8, 9, 11, 12, 13, 14, 15, 17, 18, 19, 19);
        assertThat(findings)
                .extracting(Finding::problem)
                .contains(
                        "unknown role 'nobody'",
                        "no role is named",
                        "'title' has no zh-Hans",
                        "'title' has no zh-Hant");
    }

    @Test
    void who_is_told_at_once_must_be_a_role() {
        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> {
            read();
            Files.writeString(
                    config.resolve("service-levels.yaml"),
                    "calendar: c\npolicies: {}\npriorities:\n  major: {first-response: 1h, resolution: 1h, tell: boss}\n");
            ServiceLevels.read(config);
        });

        assertThat(invalid.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.problem()).isEqualTo("unknown role 'boss'");
        });
    }

    @Test
    void an_entry_without_anything_is_a_finding_and_no_crash() throws IOException {
        read();
        Files.write(
                config.resolve("service-levels.yaml"),
                List.of("policies:", "  p:", "warnings:", "  -", "escalation:", "  -", "roles:", "  r:"));
        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> ServiceLevels.read(config));

        assertThat(invalid.findings())
                .extracting(Finding::line, Finding::problem)
                .containsExactlyInAnyOrder(
                        tuple(2, "'p' has no value"),
                        tuple(4, "'' is not a warning here"),
                        tuple(6, "a stage is missing in the list"),
                        tuple(8, "'r' has no value"));
    }
}

package io.redress.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.ticket.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsTest {

    private static final ServiceLevels SHIPPED = ServiceLevels.read(Path.of("config"));
    private static final Instant TUESDAY = at("2026-03-10T15:00+08:00[Asia/Shanghai]");

    @TempDir
    Path config;

    private static Instant at(String local) {
        return ZonedDateTime.parse(local).toInstant();
    }

    @ParameterizedTest
    @CsvSource({"general,24,48", "product-fault,24,48", "repair,24,72"})
    void hours_run_round_the_clock(String policy, int response, int resolution) {
        var due = SHIPPED.due(policy, Priority.NORMAL, TUESDAY);

        assertThat(due.policy()).isEqualTo(policy);
        assertThat(due.firstResponseDue()).isEqualTo(TUESDAY.plus(Duration.ofHours(response)));
        assertThat(due.resolutionDue()).isEqualTo(TUESDAY.plus(Duration.ofHours(resolution)));
    }

    @ParameterizedTest
    @CsvSource({
        "a weekend does not count, 2026-03-12T15:00, 2026-03-17T15:00",
        "at night the count starts in the morning, 2026-03-10T23:00, 2026-03-16T09:00",
        "before opening it starts at opening, 2026-03-10T07:00, 2026-03-13T09:00",
        "on a weekend it starts on Monday, 2026-03-14T12:00, 2026-03-19T09:00",
        "a holiday does not count, 2026-04-30T10:00, 2026-05-08T10:00",
        "the Spring Festival does not count but its make-up Saturday does, 2026-02-13T10:00, 2026-02-25T10:00",
    })
    void business_days_follow_the_calendar(String rule, String received, String due) {
        Instant start = at(received + "+08:00[Asia/Shanghai]");

        assertThat(SHIPPED.due("return", Priority.NORMAL, start).resolutionDue())
                .as(rule)
                .isEqualTo(at(due + "+08:00[Asia/Shanghai]"));
    }

    @Test
    void urgent_and_major_come_first_whatever_the_policy() {
        var urgent = SHIPPED.due("complex", Priority.URGENT, TUESDAY);
        var major = SHIPPED.due("complex", Priority.MAJOR, TUESDAY);

        assertThat(urgent.firstResponseDue()).isEqualTo(TUESDAY.plus(Duration.ofHours(2)));
        assertThat(urgent.resolutionDue()).isEqualTo(TUESDAY.plus(Duration.ofHours(24)));
        assertThat(major.firstResponseDue()).isEqualTo(TUESDAY.plus(Duration.ofMinutes(30)));
        assertThat(SHIPPED.tellsAtOnce(Priority.MAJOR)).contains("manager");
        assertThat(SHIPPED.tellsAtOnce(Priority.URGENT)).isEmpty();
    }

    @Test
    void a_raised_priority_never_lengthens_a_limit() throws IOException {
        write(
                "calendar: c",
                "policies:",
                "  quick: {first-response: 1h, resolution: 2h}",
                "priorities:",
                "  urgent: {first-response: 2h, resolution: 24h}");

        var due = ServiceLevels.read(config).due("quick", Priority.URGENT, TUESDAY);

        assertThat(due.firstResponseDue()).isEqualTo(TUESDAY.plus(Duration.ofHours(1)));
        assertThat(due.resolutionDue()).isEqualTo(TUESDAY.plus(Duration.ofHours(2)));
    }

    @Test
    void a_business_day_keeps_its_wall_clock_time_over_the_change_to_summer_time() throws IOException {
        write("calendar: c", "policies:", "  p: {first-response: 24h, resolution: 1 business day}", "priorities: {}");

        var due = ServiceLevels.read(config).due("p", Priority.NORMAL, at("2026-03-27T10:00+01:00[Europe/Berlin]"));

        assertThat(due.resolutionDue()).isEqualTo(at("2026-03-30T10:00+02:00[Europe/Berlin]"));
        assertThat(due.firstResponseDue()).isEqualTo(at("2026-03-28T10:00+01:00[Europe/Berlin]"));
    }

    @Test
    void an_unknown_policy_is_an_error_of_the_caller() {
        assertThatThrownBy(() -> SHIPPED.due("none", Priority.NORMAL, TUESDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }

    @Test
    void every_mistake_is_named_with_its_line_and_remedy() throws IOException {
        write(
                "calendar: c",
                "policies:",
                "  a: {first-response: soon, resolution: 2h}",
                "  b: {resolution: 2h}",
                "  d: {first-response: 1h, resolution: 2h, calendar: mars}",
                "priorities:",
                "  hasty: {first-response: 1h, resolution: 2h}");

        List<Finding> findings = findings();

        assertThat(findings).extracting(Finding::line).containsExactlyInAnyOrder(3, 4, 5, 7);
        assertThat(findings)
                .extracting(Finding::problem)
                .containsExactlyInAnyOrder(
                        "first-response 'soon' is not a limit",
                        "'b' has no first-response",
                        "unknown calendar 'mars'",
                        "unknown priority 'hasty'");
    }

    @Test
    void a_calendar_is_checked_too() throws IOException {
        write("calendar: c", "policies:", "  a: {first-response: 1h, resolution: 2h}", "priorities: {}");
        Files.writeString(
                config.resolve("calendars/c.yaml"),
                "zone: Mars/Olympus\nhours:\n  monday: 18:00-09:00\n  fooday: 09:00-18:00\n"
                        + "holidays:\n  - {from: 2026-05-05, to: 2026-05-01}\n");

        assertThat(findings()).extracting(Finding::line).containsExactlyInAnyOrder(1, 3, 4, 6);
    }

    private List<Finding> findings() {
        var invalid = catchThrowableOfType(InvalidConfiguration.class, () -> ServiceLevels.read(config));
        assertThat(invalid).isNotNull();
        return invalid.findings();
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        Files.writeString(config.resolve("service-levels.yaml"), String.join("\n", lines) + "\n");
        Files.writeString(
                config.resolve("calendars/c.yaml"),
                "zone: Europe/Berlin\nhours: {monday: 09:00-17:00, friday: 09:00-17:00}\n");
    }
}

package io.redress.servicelevel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.configfile.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFindingsTest {

    @TempDir
    Path folder;

    private List<Finding> findings(String... lines) throws IOException {
        var findings = new ArrayList<Finding>();
        Path file = Files.write(folder.resolve("c.yaml"), List.of(lines));
        assertThat(CalendarReader.read("c", file, findings)).isNull();
        return findings;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09:00-12:00, 11:00-18:00",
                "13:00-18:00, 09:00-12:00",
                "18:00-09:00",
                "09:00-09:00",
                "09:00-25:00",
                "24:00-24:00",
                "20:00-24:00, 21:00-22:00",
                "09:00",
                "9-18",
                "09:00-12:00,",
                "\"\"",
            })
    void openings_that_overlap_or_are_none_are_refused(String hours) throws IOException {
        assertThat(findings("zone: UTC", "hours:", "  monday: 09:00-18:00", "  tuesday: " + hours))
                .extracting(Finding::line)
                .containsExactly(4);
    }

    @Test
    void every_mistake_is_named_with_its_line() throws IOException {
        assertThat(findings(
                        "zone: Mars/Olympus",
                        "hours:",
                        "  monday: 09:00-18:00",
                        "  Monday: 09:00-18:00",
                        "holidays:",
                        "  - {name: without}",
                        "  - {name: long, from: 2026-01-01, to: 2028-01-01}",
                        "makeup-days:",
                        "  - {name: without, date: 2026-10-10}",
                        "  - {name: closed, date: 2026-10-10, like: sunday}",
                        "  - {name: both, date: 2026-10-10, like: monday, hours: 09:00-10:00}",
                        "  - {name: undated, like: monday}",
                        "special-hours:",
                        "  - {name: closed, date: 2026-10-10, hours: closed}",
                        "makeup-like: noday"))
                .extracting(Finding::line)
                .containsExactlyInAnyOrder(1, 4, 6, 7, 9, 10, 11, 12, 14, 15);
    }

    @Test
    void a_date_that_there_is_not_hides_no_other_mistake() throws IOException {
        assertThat(findings(
                        "zone: UTC",
                        "hours: {monday: 09:00-18:00, fryday: 09:00-18:00}",
                        "holidays:",
                        "  - {name: none, from: 2026-02-30}",
                        "  - {name: back, from: 2026-02-20, to: 2026-02-10}",
                        "  - {name: text, from: 2026-02-20, untill: 2026-02-21}"))
                .extracting(Finding::line, Finding::problem)
                .containsExactlyInAnyOrder(
                        tuple(2, "'fryday' is not a weekday"),
                        tuple(4, "'2026-02-30' is not a date"),
                        tuple(5, "a holiday from 2026-02-20 to 2026-02-10"),
                        tuple(6, "unknown key 'untill'"));
    }

    @Test
    void weekdays_are_read_in_any_case() throws IOException {
        Path file = Files.write(
                folder.resolve("c.yaml"),
                List.of(
                        "zone: UTC",
                        "hours: {Monday: 09:00-18:00, FRIDAY: 09:00-17:00}",
                        "makeup-days: [{date: 2026-10-10, like: Friday}]"));
        var findings = new ArrayList<Finding>();

        BusinessCalendar calendar = CalendarReader.read("c", file, findings);

        assertThat(findings).isEmpty();
        assertThat(calendar).isNotNull();
        assertThat(calendar.openings(LocalDate.of(2026, 10, 10)))
                .extracting(TimeRange::length)
                .containsExactly(Duration.ofHours(8));
    }

    @Test
    void a_calendar_without_zone_and_hours_is_refused() throws IOException {
        assertThat(findings("holidays: []")).hasSize(2);
    }

    @Test
    void an_entry_without_anything_is_a_finding_and_no_crash() throws IOException {
        assertThat(findings(
                        "zone: UTC",
                        "hours:",
                        "  monday:",
                        "holidays:",
                        "  -",
                        "makeup-days:",
                        "  -",
                        "special-hours:",
                        "  -",
                        "import:",
                        "  -",
                        "makeup-words:",
                        "  -"))
                .extracting(Finding::line)
                .containsExactlyInAnyOrder(3, 5, 7, 9, 11);
    }
}

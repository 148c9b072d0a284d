package io.redress.servicelevel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayImportTest {

    private static final Path FIXTURES = Path.of("src/test/resources/calendars");

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private @Nullable BusinessCalendar importing(String ics, String... more) throws IOException {
        if (Files.exists(FIXTURES.resolve(ics))) {
            Files.copy(FIXTURES.resolve(ics), folder.resolve(ics));
        }
        List<String> lines = new ArrayList<>(List.of("zone: Asia/Shanghai", "import: [\"" + ics + "\"]", "hours:"));
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday")) {
            lines.add("  " + day + ": 09:00-18:00");
        }
        lines.add("  friday: 09:00-17:00");
        lines.addAll(List.of(more));
        return CalendarReader.read("c", Files.write(folder.resolve("c.yaml"), lines), findings);
    }

    private static @Nullable String rule(@Nullable BusinessCalendar calendar, int year, int month, int day) {
        SpecialDate rule = calendar == null ? null : calendar.rule(LocalDate.of(year, month, day));
        return rule == null ? null : rule.inWords();
    }

    @Test
    void all_day_events_are_holidays_and_marked_ones_make_up_days() throws IOException {
        BusinessCalendar calendar = importing("holidays.ics", "makeup-like: friday");

        assertThat(findings).isEmpty();
        assertThat(rule(calendar, 2026, 10, 1)).isEqualTo("holiday 国庆节");
        assertThat(rule(calendar, 2026, 10, 7)).isEqualTo("holiday 国庆节");
        assertThat(rule(calendar, 2026, 10, 8))
                .as("DTEND is the first day after")
                .isNull();
        assertThat(rule(calendar, 2026, 10, 10)).isEqualTo("make-up day 国庆节 补班");
        assertThat(rule(calendar, 2026, 9, 20)).as("by category").isEqualTo("make-up day 国庆节调休");
        assertThat(rule(calendar, 2026, 12, 25)).isEqualTo("holiday Midnight to midnight");
        assertThat(rule(calendar, 2026, 12, 28)).as("cancelled").isNull();
        assertThat(calendar).isNotNull();
        assertThat(calendar.openings(LocalDate.of(2026, 10, 10))
                        .get(0)
                        .until()
                        .atZone(calendar.zone())
                        .toLocalTime())
                .as("hours of a Friday")
                .isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void a_yearly_event_recurs_until_2100_without_its_exceptions() throws IOException {
        BusinessCalendar calendar = importing("holidays.ics");

        assertThat(rule(calendar, 2026, 6, 13)).isEqualTo("holiday 厂庆");
        assertThat(rule(calendar, 2027, 6, 13)).isNull();
        assertThat(rule(calendar, 2100, 6, 13)).isEqualTo("holiday 厂庆");
    }

    @Test
    void in_a_file_that_marks_days_off_the_other_events_are_festivals() throws IOException {
        BusinessCalendar calendar = importing("marked.ics");

        assertThat(findings).isEmpty();
        assertThat(rule(calendar, 2026, 5, 4)).isEqualTo("holiday 劳动节（休）");
        assertThat(rule(calendar, 2026, 5, 9)).isEqualTo("make-up day 劳动节（调）");
        assertThat(rule(calendar, 2026, 8, 19)).isNull();
    }

    @Test
    void words_can_be_chosen() throws IOException {
        BusinessCalendar calendar = importing("holidays.ics", "makeup-words: [调休]", "holiday-words: [国庆]");

        assertThat(rule(calendar, 2026, 9, 20)).isEqualTo("make-up day 国庆节调休");
        assertThat(rule(calendar, 2026, 10, 10)).isEqualTo("holiday 国庆节 补班");
        assertThat(rule(calendar, 2026, 6, 13)).isNull();
    }

    @Test
    void the_file_itself_wins_over_what_it_imports() throws IOException {
        BusinessCalendar calendar =
                importing("holidays.ics", "makeup-days: [{name: 盘点, date: 2026-10-02, like: friday}]");

        assertThat(rule(calendar, 2026, 10, 2)).isEqualTo("make-up day 盘点");
    }

    @Test
    void every_bad_event_is_named_with_its_line() throws IOException {
        assertThat(importing("broken.ics")).isNull();

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(folder.resolve("broken.ics"));
            assertThat(finding.remedy()).isNotBlank();
        });
        assertThat(findings).extracting(Finding::line).containsExactlyInAnyOrder(4, 9, 15, 16, 22, 26, 32, 34, 37);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.ics", "/etc/passwd", "a/b.ics", ".hidden.ics", "holidays.yaml", "..\\\\x.ics"})
    void only_files_beside_the_calendar_are_read(String name) throws IOException {
        assertThat(importing(name)).isNull();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.problem()).endsWith("is not a file of config/calendars");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261001\n"})
    void a_file_that_is_none_or_cut_off_is_named(String text) throws IOException {
        Files.writeString(folder.resolve("cut.ics"), text);

        assertThat(importing("cut.ics")).isNull();
        assertThat(findings).extracting(Finding::problem).contains("not a complete iCalendar file");
    }

    @Test
    void a_missing_file_and_one_in_another_encoding_are_named() throws IOException {
        assertThat(importing("none.ics")).isNull();
        Files.write(folder.resolve("gbk.ics"), "BEGIN:VCALENDAR\n国庆".getBytes("GBK"));
        assertThat(importing("gbk.ics")).isNull();

        assertThat(findings).extracting(Finding::problem).allMatch(problem -> problem.startsWith("cannot be read"));
        assertThat(findings).hasSize(2);
    }
}

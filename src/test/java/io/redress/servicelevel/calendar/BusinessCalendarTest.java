package io.redress.servicelevel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.servicelevel.ServiceLevels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    @TempDir
    Path folder;

    private BusinessCalendar calendar(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("c.yaml"), List.of(lines));
        var findings = new ArrayList<io.redress.configfile.Finding>();
        BusinessCalendar calendar = CalendarReader.read("c", file, findings);
        assertThat(findings).isEmpty();
        assertThat(calendar).isNotNull();
        return calendar;
    }

    private static Instant at(String local) {
        return ZonedDateTime.parse(local).toInstant();
    }

    private BusinessCalendar split() throws IOException {
        return calendar(
                "zone: UTC",
                "hours:",
                "  monday: 09:00-12:00, 13:30-18:00",
                "  tuesday: 09:00-12:00, 13:30-18:00",
                "  wednesday: 14:00-24:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T08:59Z, false, 2026-03-09T09:00Z",
        "2026-03-09T09:00Z, true,  2026-03-09T09:00Z",
        "2026-03-09T12:00Z, false, 2026-03-09T13:30Z",
        "2026-03-09T18:00Z, false, 2026-03-10T09:00Z",
        "2026-03-11T23:59Z, true,  2026-03-11T23:59Z",
        "2026-03-12T00:00Z, false, 2026-03-16T09:00Z",
    })
    void a_split_shift_is_closed_in_its_break(String instant, boolean open, String next) throws IOException {
        assertThat(split().isOpen(at(instant))).isEqualTo(open);
        assertThat(split().nextOpen(at(instant))).isEqualTo(at(next));
    }

    @Test
    void open_time_leaves_out_breaks_and_closed_days() throws IOException {
        assertThat(split().openBetween(at("2026-03-09T11:00Z"), at("2026-03-09T14:00Z")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(split().openBetween(at("2026-03-11T22:00Z"), at("2026-03-16T10:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(split().openBetween(at("2026-03-16T10:00Z"), at("2026-03-11T22:00Z")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void open_time_that_ends_at_a_closing_is_due_at_the_closing() throws IOException {
        assertThat(split().plusOpen(at("2026-03-09T11:00Z"), Duration.ofHours(1)))
                .isEqualTo(at("2026-03-09T12:00Z"));
        assertThat(split().plusOpen(at("2026-03-09T11:00Z"), Duration.ofMinutes(61)))
                .isEqualTo(at("2026-03-09T13:31Z"));
        assertThat(split().plusOpen(at("2026-03-11T23:00Z"), Duration.ofHours(1)))
                .isEqualTo(at("2026-03-12T00:00Z"));
        assertThatThrownBy(() -> split().plusOpen(Instant.EPOCH, Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "the same time, 2026-03-09T10:00Z, 1, 2026-03-10T10:00Z",
        "in a break the next opening counts, 2026-03-09T12:30Z, 1, 2026-03-10T13:30Z",
        "a day that opens later is due at its opening, 2026-03-10T10:00Z, 1, 2026-03-11T14:00Z",
        "a day that closes earlier is due at its closing, 2026-03-11T20:00Z, 1, 2026-03-16T18:00Z",
    })
    void business_days_keep_the_time_where_it_is_open(String rule, String from, int days, String due)
            throws IOException {
        assertThat(split().plusBusinessDays(at(from), days)).as(rule).isEqualTo(at(due));
    }

    @Test
    void a_makeup_day_wins_over_holiday_and_weekend_and_special_hours_over_all() throws IOException {
        var calendar = calendar(
                "zone: Asia/Shanghai",
                "hours: {monday: 09:00-18:00, friday: 09:00-17:00}",
                "holidays: [{name: 国庆节, from: 2026-10-01, to: 2026-10-10}]",
                "makeup-days:",
                "  - {name: 调休, date: 2026-10-10, like: friday}",
                "  - {name: 调休, date: 2026-10-11, hours: \"10:00-12:00, 13:00-14:00\"}",
                "  - {name: 调休, date: 2026-10-12, like: friday}",
                "special-hours: [{name: 盘点, date: 2026-10-12, hours: 09:00-10:00}]");

        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 10, 9))).isFalse();
        assertThat(calendar.openings(LocalDate.of(2026, 10, 10)))
                .containsExactly(new TimeRange(at("2026-10-10T09:00+08:00"), at("2026-10-10T17:00+08:00")));
        assertThat(calendar.openings(LocalDate.of(2026, 10, 11))).hasSize(2);
        assertThat(calendar.openings(LocalDate.of(2026, 10, 12)))
                .containsExactly(new TimeRange(at("2026-10-12T09:00+08:00"), at("2026-10-12T10:00+08:00")));
    }

    @Test
    void the_shipped_calendar_has_the_days_of_the_state_council_for_2026() {
        BusinessCalendar china = ServiceLevels.read(Path.of("config")).calendar("return");

        assertThat(china.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(china::isBusinessDay))
                .as("52 weeks of 5 days and a Thursday, 19 weekdays off, 6 weekend days worked")
                .hasSize(248);
        assertThat(china.openings(LocalDate.of(2026, 10, 10))).hasSize(1);
    }

    /** New York: 02:00 to 03:00 never came on 8 March 2026, 01:00 to 02:00 came twice on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "a day over the gap is shorter, 00:00-06:00, 2026-03-08, 300, 2026-03-08T00:00-05:00",
        "an opening within the gap begins at its end, 02:30-06:00, 2026-03-08, 180, 2026-03-08T03:00-04:00",
        "a closing within the gap is its end, 01:00-02:30, 2026-03-08, 60, 2026-03-08T01:00-05:00",
        "a day over the overlap is longer, 00:00-06:00, 2026-11-01, 420, 2026-11-01T00:00-04:00",
        "an opening that comes twice is the first, 01:30-06:00, 2026-11-01, 330, 2026-11-01T01:30-04:00",
        "a closing that comes twice is the first, 00:00-01:30, 2026-11-01, 90, 2026-11-01T00:00-04:00",
    })
    void open_time_is_real_time_on_the_days_of_the_change(
            String rule, String hours, LocalDate sunday, long minutes, String opening) throws IOException {
        List<TimeRange> openings = calendar("zone: America/New_York", "hours:", "  sunday: " + hours)
                .openings(sunday);

        assertThat(openings).as(rule).hasSize(1);
        assertThat(openings.get(0).length()).as(rule).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(openings.get(0).from()).as(rule).isEqualTo(at(opening));
    }

    @Test
    void a_day_whose_hours_fall_into_the_gap_is_no_business_day() throws IOException {
        assertThat(calendar("zone: America/New_York", "hours:", "  sunday: 02:00-03:00")
                        .isBusinessDay(LocalDate.of(2026, 3, 8)))
                .isFalse();
    }
}

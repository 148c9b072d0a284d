package io.redress.servicelevel.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code config/calendars}.
 *
 * @param zone IANA name, such as {@code Asia/Shanghai}
 * @param hours by English weekday, {@code 09:00-12:00, 13:30-18:00}
 * @param holidays days off
 * @param makeupDays days off that are worked
 * @param specialHours dates with hours of their own
 * @param imports iCalendar files beside this one
 * @param makeupWords what marks an imported event as a make-up day; left out: {@code 班}
 * @param holidayWords what marks an imported event as a holiday; empty: whatever is not a make-up day
 * @param makeupLike whose hours imported make-up days have; null: the first weekday with hours
 */
record CalendarFile(
        @Nullable String zone,
        Map<String, String> hours,
        List<Holiday> holidays,
        @JsonProperty("makeup-days") List<MakeupDay> makeupDays,
        @JsonProperty("special-hours") List<SpecialHours> specialHours,
        @JsonProperty("import") List<String> imports,
        @JsonProperty("makeup-words") List<String> makeupWords,
        @JsonProperty("holiday-words") List<String> holidayWords,
        @JsonProperty("makeup-like") @Nullable String makeupLike) {

    /** What the file leaves out is empty here, and so is an item without anything. */
    CalendarFile {
        hours = hours == null ? Map.of() : hours;
        holidays = items(holidays, new Holiday(null, null, null));
        makeupDays = items(makeupDays, new MakeupDay(null, null, null, null));
        specialHours = items(specialHours, new SpecialHours(null, null, null));
        imports = texts(imports);
        makeupWords = makeupWords == null ? List.of("班") : texts(makeupWords);
        holidayWords = texts(holidayWords);
    }

    private static <T> List<T> items(@Nullable List<T> written, T empty) {
        return written == null
                ? List.of()
                : written.stream().map(item -> item == null ? empty : item).toList();
    }

    /** An empty word would be in every text. */
    private static List<String> texts(@Nullable List<String> written) {
        return items(written, "").stream().filter(text -> !text.isBlank()).toList();
    }

    /** Days off, both included; {@code to} is null for a single day. */
    record Holiday(
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Exactly one of {@code like}, a weekday, and {@code hours} is given. */
    record MakeupDay(
            @Nullable String name,
            @Nullable LocalDate date,
            @Nullable String like,
            @Nullable String hours) {}

    /** Wins over everything else that the date is. */
    record SpecialHours(
            @Nullable String name,
            @Nullable LocalDate date,
            @Nullable String hours) {}
}

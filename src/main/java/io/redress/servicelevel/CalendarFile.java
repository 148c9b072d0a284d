package io.redress.servicelevel;

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
 * @param makeupWords what marks an imported event as a make-up day; null: {@code 班}
 * @param holidayWords what marks an imported event as a holiday; null: whatever is no make-up day
 * @param makeupLike whose hours imported make-up days have; null: the first weekday with hours
 */
record CalendarFile(
        @Nullable String zone,
        @Nullable Map<String, @Nullable String> hours,
        @Nullable List<Holiday> holidays,
        @JsonProperty("makeup-days") @Nullable List<MakeupDay> makeupDays,
        @JsonProperty("special-hours") @Nullable List<SpecialHours> specialHours,
        @JsonProperty("import") @Nullable List<String> imports,
        @JsonProperty("makeup-words") @Nullable List<String> makeupWords,
        @JsonProperty("holiday-words") @Nullable List<String> holidayWords,
        @JsonProperty("makeup-like") @Nullable String makeupLike) {

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

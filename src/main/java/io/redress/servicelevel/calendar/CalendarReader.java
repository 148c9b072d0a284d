package io.redress.servicelevel.calendar;

import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.configfile.ZoneNames;
import io.redress.servicelevel.calendar.SpecialDate.Kind;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles a file of {@code config/calendars}; {@code findings} get whatever is wrong with it. */
public final class CalendarReader {

    private static final int LONGEST_HOLIDAY = 400;
    private static final Pattern IMPORT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.ics");

    private final String name;
    private final YamlFile<CalendarFile> file;
    private final CalendarFile written;
    private final List<Finding> findings;
    private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, SpecialDate> dates = new HashMap<>();

    private CalendarReader(String name, YamlFile<CalendarFile> file, List<Finding> findings) {
        this.name = name;
        this.file = file;
        this.written = file.value();
        this.findings = findings;
    }

    /** The calendar of a file; null when {@code findings} got something that forbids its use. */
    public static @Nullable BusinessCalendar read(String name, Path path, List<Finding> findings) {
        var reader = new CalendarReader(name, YamlFile.read(path, CalendarFile.class), findings);
        return reader.compile();
    }

    /** Later rules for a date replace earlier ones: holiday, make-up day, special hours. */
    private @Nullable BusinessCalendar compile() {
        int before = findings.size();
        ZoneId zone = zone();
        week();
        HolidayImport imported = imported();
        imported.holidays().forEach((date, why) -> dates.put(date, new SpecialDate(Kind.HOLIDAY, why, List.of())));
        holidays();
        List<OpeningHours> usual = usual();
        imported.makeupDays().forEach((date, why) -> dates.put(date, new SpecialDate(Kind.MAKEUP_DAY, why, usual)));
        makeupDays();
        specialHours();
        return findings.size() > before || zone == null ? null : new BusinessCalendar(name, zone, week, dates);
    }

    private @Nullable ZoneId zone() {
        try {
            return ZoneId.of(Objects.requireNonNullElse(written.zone(), ""));
        } catch (DateTimeException e) {
            find(
                    "unknown zone '" + written.zone() + "'",
                    ZoneNames.remedy(Objects.requireNonNullElse(written.zone(), "")),
                    "zone");
            return null;
        }
    }

    private void week() {
        Map<String, @Nullable String> hours = written.hours();
        hours.forEach((key, openings) -> {
            DayOfWeek day = weekday(key);
            List<OpeningHours> parsed = OpeningHours.parse(openings);
            if (day == null || parsed == null || week.put(day, parsed) != null) {
                find(
                        "'" + key + ": " + openings + "' is not a weekday with hours",
                        "each weekday once, alone on its line, openings in order: 'monday: 09:00-12:00, 13:30-18:00'",
                        "hours",
                        key);
            }
        });
        if (hours.isEmpty()) {
            find("no weekday is open", "write hours for at least one weekday", "hours");
        }
    }

    private HolidayImport imported() {
        var imported = new HolidayImport(written.makeupWords(), written.holidayWords(), findings);
        List<String> names = written.imports();
        for (int i = 0; i < names.size(); i++) {
            String ics = names.get(i);
            if (!IMPORT.matcher(ics).matches()) {
                find("'" + ics + "' is not a file of config/calendars", "its name alone: holidays.ics", "import", i);
            } else {
                imported.read(file.file().resolveSibling(ics));
            }
        }
        return imported;
    }

    private void holidays() {
        List<CalendarFile.Holiday> holidays = written.holidays();
        for (int i = 0; i < holidays.size(); i++) {
            CalendarFile.Holiday holiday = holidays.get(i);
            LocalDate from = holiday.from();
            LocalDate to = holiday.to() == null ? from : holiday.to();
            if (from == null || to == null || to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
                find(
                        "a holiday from " + from + " to " + to,
                        "a first day and a last day after it, within " + LONGEST_HOLIDAY + " days",
                        "holidays",
                        i);
            } else {
                var rule = new SpecialDate(Kind.HOLIDAY, Objects.requireNonNullElse(holiday.name(), ""), List.of());
                from.datesUntil(to.plusDays(1)).forEach(date -> dates.put(date, rule));
            }
        }
    }

    private void makeupDays() {
        List<CalendarFile.MakeupDay> days = written.makeupDays();
        for (int i = 0; i < days.size(); i++) {
            CalendarFile.MakeupDay day = days.get(i);
            DayOfWeek like = weekday(day.like());
            List<OpeningHours> hours =
                    day.like() == null ? OpeningHours.parse(day.hours()) : like == null ? null : week.get(like);
            if (hours == null || day.like() != null && day.hours() != null) {
                find(
                        "make-up day " + day.date() + " has no hours",
                        "either 'like: friday', a weekday with hours, or hours of its own: 'hours: 09:00-18:00'",
                        "makeup-days",
                        i);
            } else {
                put(Kind.MAKEUP_DAY, day.name(), day.date(), hours, "makeup-days", i);
            }
        }
    }

    private void specialHours() {
        List<CalendarFile.SpecialHours> days = written.specialHours();
        for (int i = 0; i < days.size(); i++) {
            CalendarFile.SpecialHours day = days.get(i);
            List<OpeningHours> hours = OpeningHours.parse(day.hours());
            if (hours == null) {
                find(
                        "'" + day.hours() + "' are no hours",
                        "openings in order: 'hours: \"09:00-12:00, 13:30-15:00\"'; a closed day stands under holidays",
                        "special-hours",
                        i);
            } else {
                put(Kind.SPECIAL_HOURS, day.name(), day.date(), hours, "special-hours", i);
            }
        }
    }

    private void put(
            Kind kind,
            @Nullable String why,
            @Nullable LocalDate date,
            List<OpeningHours> hours,
            String section,
            int index) {
        if (date == null) {
            find("a day without a date", "write 'date: 2026-10-10'", section, index);
        } else {
            dates.put(date, new SpecialDate(kind, Objects.requireNonNullElse(why, ""), hours));
        }
    }

    private List<OpeningHours> usual() {
        DayOfWeek like = weekday(written.makeupLike());
        if (written.makeupLike() != null && (like == null || !week.containsKey(like))) {
            find(
                    "'" + written.makeupLike() + "' is not a weekday with hours",
                    "one of those under hours",
                    "makeup-like");
        }
        return like != null
                ? week.getOrDefault(like, List.of())
                : week.values().stream().findFirst().orElse(List.of());
    }

    private static @Nullable DayOfWeek weekday(@Nullable String written) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(written == null ? null : written.toLowerCase(Locale.ROOT))) {
                return day;
            }
        }
        return null;
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }
}

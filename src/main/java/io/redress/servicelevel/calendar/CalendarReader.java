package io.redress.servicelevel.calendar;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.configfile.ZoneNames;
import io.redress.servicelevel.calendar.SpecialDate.Kind;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles a file of {@code config/calendars}; its schema says what each key may hold. */
final class CalendarReader {

    private static final int LONGEST_HOLIDAY = 400;

    private final String name;
    private final List<Finding> findings;
    private final YamlFile<CalendarFile> file;
    private final CalendarFile written;
    private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, SpecialDate> dates = new HashMap<>();

    private CalendarReader(String name, Path path, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
        file = YamlFile.read(path, CalendarFile.class, "calendar", findings);
        written = file.value();
    }

    /** The calendar of a file; null when {@code findings} got something that forbids its use. */
    static @Nullable BusinessCalendar read(String name, Path path, List<Finding> findings) {
        try {
            return new CalendarReader(name, path, new ArrayList<>()).compile();
        } catch (InvalidConfiguration e) {
            findings.addAll(e.findings());
            return null;
        }
    }

    /** Later rules for a date replace earlier ones: holiday, make-up day, special hours. */
    private BusinessCalendar compile() {
        ZoneId zone = zone();
        week();
        var imported = new HolidayImport(written.makeupWords(), written.holidayWords(), findings);
        written.imports().forEach(ics -> imported.read(file.file().resolveSibling(ics)));
        imported.holidays().forEach((date, why) -> dates.put(date, new SpecialDate(Kind.HOLIDAY, why, List.of())));
        holidays();
        List<OpeningHours> usual = usual();
        imported.makeupDays().forEach((date, why) -> dates.put(date, new SpecialDate(Kind.MAKEUP_DAY, why, usual)));
        makeupDays();
        specialHours();
        if (!findings.isEmpty() || zone == null) {
            throw new InvalidConfiguration(findings);
        }
        return new BusinessCalendar(name, zone, week, dates);
    }

    private @Nullable ZoneId zone() {
        String zone = written.zone();
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            find("unknown zone '" + zone + "'", ZoneNames.remedy(String.valueOf(zone)), "zone");
            return null;
        }
    }

    private void week() {
        written.hours().forEach((key, openings) -> {
            List<OpeningHours> parsed = OpeningHours.parse(openings);
            if (parsed == null || week.put(weekday(key), parsed) != null) {
                find(
                        "'" + key + ": " + openings + "' is not a weekday with hours",
                        "each weekday once, openings in order: 'monday: 09:00-12:00, 13:30-18:00'",
                        "hours",
                        key);
            }
        });
    }

    private void holidays() {
        List<CalendarFile.Holiday> holidays = written.holidays();
        for (int i = 0; i < holidays.size(); i++) {
            CalendarFile.Holiday holiday = holidays.get(i);
            LocalDate from = holiday.from();
            LocalDate to = holiday.to() == null ? from : holiday.to();
            if (from == null || to == null) {
                continue;
            }
            if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
                find(
                        "a holiday from " + from + " to " + to,
                        "a first day and a last day after it, within " + LONGEST_HOLIDAY + " days",
                        "holidays",
                        i);
            } else {
                from.datesUntil(to.plusDays(1)).forEach(date -> put(Kind.HOLIDAY, holiday.name(), date, List.of()));
            }
        }
    }

    private void makeupDays() {
        List<CalendarFile.MakeupDay> days = written.makeupDays();
        for (int i = 0; i < days.size(); i++) {
            CalendarFile.MakeupDay day = days.get(i);
            String like = day.like();
            String own = day.hours();
            List<OpeningHours> hours =
                    like != null ? week.get(weekday(like)) : own != null ? OpeningHours.parse(own) : null;
            if (day.date() == null) {
                continue;
            }
            if (hours == null || like != null && own != null) {
                find(
                        "make-up day " + day.date() + " has no hours",
                        "either 'like: friday', a weekday with hours, or hours of its own: 'hours: 09:00-18:00'",
                        "makeup-days",
                        i);
            } else {
                put(Kind.MAKEUP_DAY, day.name(), day.date(), hours);
            }
        }
    }

    private void specialHours() {
        List<CalendarFile.SpecialHours> days = written.specialHours();
        for (int i = 0; i < days.size(); i++) {
            CalendarFile.SpecialHours day = days.get(i);
            if (day.date() == null || day.hours() == null) {
                continue;
            }
            List<OpeningHours> hours = OpeningHours.parse(day.hours());
            if (hours == null) {
                find(
                        "'" + day.hours() + "' are not opening hours",
                        "openings in order: 'hours: \"09:00-12:00, 13:30-15:00\"'",
                        "special-hours",
                        i);
            } else {
                put(Kind.SPECIAL_HOURS, day.name(), day.date(), hours);
            }
        }
    }

    private void put(Kind kind, @Nullable String why, LocalDate date, List<OpeningHours> hours) {
        dates.put(date, new SpecialDate(kind, Objects.requireNonNullElse(why, ""), hours));
    }

    private List<OpeningHours> usual() {
        String like = written.makeupLike();
        if (like == null) {
            return week.values().stream().findFirst().orElse(List.of());
        }
        List<OpeningHours> hours = week.get(weekday(like));
        if (hours == null) {
            find("'" + like + "' is not a weekday with hours", "one of those under hours", "makeup-like");
        }
        return Objects.requireNonNullElse(hours, List.of());
    }

    private static DayOfWeek weekday(String judged) {
        return DayOfWeek.valueOf(judged.toUpperCase(Locale.ROOT));
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }
}

package io.redress.servicelevel;

import io.redress.config.Finding;
import io.redress.config.YamlFile;
import io.redress.servicelevel.BusinessCalendar.Hours;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code config/calendars}.
 *
 * @param zone IANA name, such as {@code Asia/Shanghai}
 * @param hours by English weekday, {@code 09:00-18:30}
 */
record CalendarFile(
        String zone, Map<String, String> hours, @Nullable List<Holiday> holidays) {

    /** Days off, both included; {@code to} is null for a single day. */
    record Holiday(
            @Nullable String name, LocalDate from, @Nullable LocalDate to) {}

    private static final int LONGEST_HOLIDAY = 400;

    /** The calendar of a file; null when {@code findings} got something that forbids its use. */
    static @Nullable BusinessCalendar read(Path path, List<Finding> findings) {
        YamlFile<CalendarFile> file = YamlFile.read(path, CalendarFile.class);
        int before = findings.size();
        ZoneId zone = zone(file, findings);
        Map<DayOfWeek, Hours> hours = hours(file, findings);
        Set<LocalDate> holidays = holidays(file, findings);
        return findings.size() > before || zone == null ? null : new BusinessCalendar(zone, hours, holidays);
    }

    private static @Nullable ZoneId zone(YamlFile<CalendarFile> file, List<Finding> findings) {
        try {
            return ZoneId.of(file.value().zone());
        } catch (DateTimeException e) {
            findings.add(file.finding(
                    "unknown zone '" + file.value().zone() + "'", "an IANA name such as Asia/Shanghai", "zone"));
            return null;
        }
    }

    private static Map<DayOfWeek, Hours> hours(YamlFile<CalendarFile> file, List<Finding> findings) {
        Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        file.value().hours().forEach((day, written) -> {
            try {
                String[] ends = written.strip().split("-", -1);
                var open = new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[ends.length - 1].strip()));
                if (ends.length != 2 || !open.opens().isBefore(open.closes())) {
                    throw new DateTimeException(written);
                }
                hours.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), open);
            } catch (IllegalArgumentException | DateTimeException e) {
                findings.add(file.finding(
                        "'" + day + ": " + written + "' is no weekday with hours",
                        "write it like 'monday: 09:00-18:30'",
                        "hours",
                        day));
            }
        });
        if (file.value().hours().isEmpty()) {
            findings.add(file.finding("no weekday is open", "write hours for at least one weekday", "hours"));
        }
        return hours;
    }

    private static Set<LocalDate> holidays(YamlFile<CalendarFile> file, List<Finding> findings) {
        Set<LocalDate> days = new HashSet<>();
        List<Holiday> holidays =
                file.value().holidays() == null ? List.of() : file.value().holidays();
        for (int i = 0; i < holidays.size(); i++) {
            LocalDate from = holidays.get(i).from();
            LocalDate last = holidays.get(i).to();
            LocalDate to = last == null ? from : last;
            if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
                findings.add(file.finding(
                        "a holiday from " + from + " to " + to,
                        "a last day after the first one, within " + LONGEST_HOLIDAY + " days",
                        "holidays",
                        i));
            } else {
                from.datesUntil(to.plusDays(1)).forEach(days::add);
            }
        }
        return days;
    }
}

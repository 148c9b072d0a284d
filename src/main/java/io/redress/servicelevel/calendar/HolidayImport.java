package io.redress.servicelevel.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import io.redress.configfile.Finding;
import io.redress.servicelevel.calendar.HolidayEvent.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads iCalendar files (RFC 5545) of holidays: their all-day events are days off, those that a word marks are make-up days. Apple's
 * and many Chinese files mark both by {@code X-APPLE-SPECIAL-DAY}; in such a file events without it are mere festivals.
 */
final class HolidayImport {

    private static final long LARGEST_FILE = 5_000_000;
    private static final Set<String> NEEDED =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "SUMMARY", "CATEGORIES", "BEGIN", "END");
    private static final String SPECIAL = "X-APPLE-SPECIAL-DAY";

    private final List<String> makeupWords;
    private final List<String> holidayWords;
    private final List<Finding> findings;
    private final Map<LocalDate, String> holidays = new TreeMap<>();
    private final Map<LocalDate, String> makeupDays = new TreeMap<>();

    HolidayImport(List<String> makeupWords, List<String> holidayWords, List<Finding> findings) {
        this.makeupWords = List.copyOf(makeupWords);
        this.holidayWords = List.copyOf(holidayWords);
        this.findings = findings;
    }

    /** Names by date. */
    Map<LocalDate, String> holidays() {
        return holidays;
    }

    Map<LocalDate, String> makeupDays() {
        return makeupDays;
    }

    void read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                find(file, 0, "more than 5 MB", "a file of holidays only");
                return;
            }
            parse(file, Files.readString(file));
        } catch (IOException e) {
            find(file, 0, "cannot be read: " + e, "an iCalendar file in UTF-8 beside the calendar");
        }
    }

    private void parse(Path file, String text) throws IOException {
        try (var reader = new ICalReader(text)) {
            List<VEvent> events = new ArrayList<>();
            for (ICalendar next = reader.readNext(); next != null; next = reader.readNext()) {
                events.addAll(next.getEvents());
                reader.getWarnings().stream().filter(HolidayImport::matters).forEach(warning -> find(file, warning));
            }
            if (!text.stripTrailing().toUpperCase(Locale.ROOT).endsWith("END:VCALENDAR")) {
                find(file, 0, "not a complete iCalendar file", "a complete file from BEGIN:VCALENDAR to END:VCALENDAR");
                return;
            }
            List<Integer> lines = ICalendarEventLines.of(text);
            boolean marked = events.stream().anyMatch(event -> event.getExperimentalProperty(SPECIAL) != null);
            for (int i = 0; i < events.size(); i++) {
                event(file, i < lines.size() ? lines.get(i) : 0, events.get(i), marked);
            }
        }
    }

    private void event(Path file, int line, VEvent event, boolean marked) {
        var read = new HolidayEvent(event);
        Map<LocalDate, String> kind = kind(read, marked);
        if (kind == null || read.isCancelled()) {
            return;
        }
        try {
            read.dates().forEach(date -> kind.put(date, read.summary()));
        } catch (Unreadable e) {
            find(file, line, "event '" + read.summary() + "': " + e.getMessage(), e.remedy());
        }
    }

    private @Nullable Map<LocalDate, String> kind(HolidayEvent event, boolean marked) {
        String special = event.property(SPECIAL);
        if (special.equals("ALTERNATE-WORKDAY") || event.names(makeupWords)) {
            return makeupDays;
        }
        boolean off = holidayWords.isEmpty()
                ? !marked || special.equals("WORK-HOLIDAY")
                : special.equals("WORK-HOLIDAY") || event.names(holidayWords);
        return off ? holidays : null;
    }

    private static boolean matters(ParseWarning warning) {
        return warning.getLineNumber() != null
                && (warning.getPropertyName() == null || NEEDED.contains(warning.getPropertyName()));
    }

    private void find(Path file, ParseWarning warning) {
        String property = warning.getPropertyName() == null ? "" : warning.getPropertyName() + ": ";
        find(file, warning.getLineNumber(), property + warning.getMessage(), "fix the line, as RFC 5545 has it");
    }

    private void find(Path file, @Nullable Integer line, String problem, String remedy) {
        findings.add(new Finding(file, line == null ? 0 : line, problem, remedy));
    }
}

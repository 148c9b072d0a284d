package io.redress.servicelevel.calendar;

import java.util.List;
import java.util.stream.IntStream;

/** Where the events of an iCalendar file begin, which its reader does not tell. */
final class ICalendarEventLines {

    private ICalendarEventLines() {}

    /** 1-based, in the order of the events. */
    static List<Integer> of(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT"))
                .mapToObj(i -> i + 1)
                .toList();
    }
}

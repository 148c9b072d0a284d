package io.redress.callback;

import io.redress.servicelevel.BusinessCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A calendar of {@code config/calendars}. */
record DeskCalendar(BusinessCalendar calendar) implements CallCalendar {

    @Override
    public ZoneId zone() {
        return calendar.zone();
    }

    @Override
    public List<Slot> openings(LocalDate date) {
        return calendar.openings(date).stream()
                .map(open -> new Slot(open.from(), open.until()))
                .toList();
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return calendar.isHoliday(date);
    }
}

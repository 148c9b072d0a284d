package io.redress.callback;

import io.redress.servicelevel.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A calendar of {@code config/calendars}. */
record BusinessCallCalendar(BusinessCalendar calendar) implements CallCalendar {

    @Override
    public ZoneId zone() {
        return calendar.zone();
    }

    @Override
    public List<CallSlot> openings(LocalDate date) {
        return calendar.openings(date).stream()
                .map(open -> new CallSlot(open.from(), open.until()))
                .toList();
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return calendar.isHoliday(date);
    }
}

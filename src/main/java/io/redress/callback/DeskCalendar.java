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
        BusinessCalendar.Hours hours = calendar.hours().get(date.getDayOfWeek());
        return hours == null || isHoliday(date)
                ? List.of()
                : List.of(new Slot(
                        date.atTime(hours.opens()).atZone(zone()).toInstant(),
                        date.atTime(hours.closes()).atZone(zone()).toInstant()));
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return calendar.holidays().contains(date);
    }
}

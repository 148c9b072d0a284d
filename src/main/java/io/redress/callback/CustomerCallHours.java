package io.redress.callback;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a customer takes calls.
 *
 * @param zone the customer's
 * @param earliest by the customer's wall clock; before it are quiet hours
 * @param latest by which a call is over; after it are quiet hours
 * @param calendar whose holidays the customer has
 */
public record CustomerCallHours(ZoneId zone, LocalTime earliest, LocalTime latest, CallCalendar calendar) {

    /** True when any part of the slot lies in quiet hours. */
    public boolean isQuiet(CallSlot slot) {
        ZonedDateTime from = slot.from().atZone(zone);
        ZonedDateTime until = slot.until().atZone(zone);
        boolean sameDay = from.toLocalDate().equals(until.toLocalDate());
        return !sameDay
                || from.toLocalTime().isBefore(earliest)
                || until.toLocalTime().isAfter(latest);
    }

    /** True when the slot begins on a holiday of the customer. */
    public boolean isHoliday(CallSlot slot) {
        return calendar.isHoliday(slot.from().atZone(zone).toLocalDate());
    }

    public PartOfDay part(CallSlot slot) {
        return PartOfDay.of(slot.from().atZone(zone).toLocalTime());
    }
}

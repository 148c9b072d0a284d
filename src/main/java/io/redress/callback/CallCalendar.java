package io.redress.callback;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What callbacks need to know of a business calendar. */
public interface CallCalendar {

    /** The zone whose dates are meant. */
    ZoneId zone();

    /** When the desk is open on a date, in order; none on a closed day. */
    List<CallSlot> openings(LocalDate date);

    /** True on a holiday of that calendar, whatever its weekday. */
    boolean isHoliday(LocalDate date);
}

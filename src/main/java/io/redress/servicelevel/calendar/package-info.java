/** Business calendars: hours, holidays, iCalendar files, and time that counts. */
@NullMarked
package io.redress.servicelevel.calendar;

import org.jspecify.annotations.NullMarked;

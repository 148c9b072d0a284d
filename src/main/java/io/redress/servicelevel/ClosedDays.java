package io.redress.servicelevel;

import io.redress.servicelevel.SlaClock.Step;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.servicelevel.calendar.SpecialDate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says which days do not count and why, and which count though nobody would think so. */
final class ClosedDays {

    private final BusinessCalendar calendar;

    ClosedDays(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** A sentence for each run of days that are closed for the same reason, and for each day with hours of its own. */
    List<Step> between(Instant start, Instant end) {
        List<Step> steps = new ArrayList<>();
        if (!calendar.isOpen(start) && start.isBefore(end)) {
            String opening = ExplanationTimes.of(calendar.nextOpen(start), calendar.zone());
            steps.add(new Step(start, "Closed at that moment: the time runs from " + opening + "."));
        }
        LocalDate last = end.minusNanos(1).atZone(calendar.zone()).toLocalDate();
        LocalDate date = start.atZone(calendar.zone()).toLocalDate();
        while (!date.isAfter(last)) {
            LocalDate first = date;
            String reason = whyClosed(date);
            while (reason != null && reason.equals(whyClosed(date.plusDays(1))) && date.isBefore(last)) {
                date = date.plusDays(1);
            }
            SpecialDate rule = calendar.rule(date);
            if (reason != null) {
                steps.add(step(first, start, days(first, date) + ": " + reason + "."));
            } else if (rule != null) {
                steps.add(step(date, start, ExplanationTimes.of(date) + " counts: " + rule.inWords() + "."));
            }
            date = date.plusDays(1);
        }
        return steps;
    }

    private Step step(LocalDate date, Instant start, String what) {
        Instant at = date.atStartOfDay(calendar.zone()).toInstant();
        return new Step(at.isBefore(start) ? start : at, what);
    }

    private static String days(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? ExplanationTimes.of(first) + " does not count"
                : ExplanationTimes.of(first) + " to " + ExplanationTimes.of(last) + " do not count";
    }

    private @Nullable String whyClosed(LocalDate date) {
        if (calendar.isBusinessDay(date)) {
            return null;
        }
        SpecialDate rule = calendar.rule(date);
        DayOfWeek day = date.getDayOfWeek();
        if (rule != null) {
            return rule.inWords();
        }
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY
                ? "weekend"
                : "closed on a " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}

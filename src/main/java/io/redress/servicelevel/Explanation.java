package io.redress.servicelevel;

import io.redress.servicelevel.Countdown.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Says in sentences how a {@link Countdown} came about. */
final class Explanation {

    private final Countdown.Clock clock;
    private final Instant start;
    private final List<Pause> pauses;
    private final Allowance allowance;
    private final ZoneId zone;
    private final List<Step> steps = new ArrayList<>();

    Explanation(Countdown.Clock clock, Instant start, List<Pause> pauses, Allowance allowance) {
        this.clock = clock;
        this.start = start;
        this.pauses = pauses.stream()
                .filter(pause -> Standstill.end(pause).isAfter(start)
                        && Standstill.end(pause).isAfter(pause.from()))
                .sorted(Comparator.comparing(Pause::from))
                .toList();
        this.allowance = allowance;
        this.zone = allowance.calendar().zone();
    }

    /** The sentences in the order of time; {@code beaten} is the limit that runs, too, and is due later. */
    List<Step> steps(@Nullable Instant due, SortedMap<Integer, Instant> marks, @Nullable RunningLimit beaten) {
        say(start, clock.title() + " counts from " + Words.of(start, zone) + " (times are those of " + zone + ").");
        sayLimits(beaten);
        Pause lasting = due == null ? lasting() : null;
        Instant end = due != null ? due : lasting == null || lasting.from().isBefore(start) ? start : lasting.from();
        if (allowance.isByCalendar()) {
            steps.addAll(new ClosedDays(allowance.calendar()).between(start, end));
        }
        sayPauses(end);
        marks.forEach((share, at) -> say(at, share + " % of the time is used up: " + Words.of(at, zone) + "."));
        if (due != null) {
            say(due, "Due " + Words.of(due, zone) + ".");
        } else if (lasting != null) {
            say(
                    end,
                    "Waits since " + Words.of(lasting.from(), zone) + " (" + lasting.reason()
                            + "); when it is due is known once it goes on.");
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private void sayLimits(@Nullable RunningLimit beaten) {
        say(
                start,
                "'" + allowance.key() + "' in service-levels.yaml allows "
                        + allowance.limit().inWords() + (allowance.isByCalendar() ? byCalendar() : "") + ".");
        if (beaten != null) {
            Instant later = beaten.due();
            say(
                    start,
                    "'" + beaten.allowance().key() + "' allows "
                            + beaten.allowance().limit().inWords()
                            + (later == null ? ", and waits" : ", due " + Words.of(later, zone))
                            + "; the earlier one counts.");
        }
    }

    private String byCalendar() {
        return ", by the calendar '" + allowance.calendar().name() + "'";
    }

    private @Nullable Pause lasting() {
        return pauses.stream()
                .filter(pause -> pause.until() == null)
                .findFirst()
                .orElse(null);
    }

    /** What two pauses share is told with the first. */
    private void sayPauses(Instant end) {
        Instant told = start;
        for (Pause pause : pauses) {
            Instant until = pause.until();
            if (until != null && pause.from().isBefore(end)) {
                Span added = new Span(pause.from(), until).within(told, end);
                Duration time = added.isEmpty() ? Duration.ZERO : allowance.countedBetween(added.from(), added.until());
                say(
                        pause.from().isBefore(start) ? start : pause.from(),
                        "Paused from " + Words.of(pause.from(), zone) + " until " + Words.of(until, zone) + " ("
                                + pause.reason() + "): adds " + Words.of(time)
                                + (allowance.isByCalendar() ? " of open time." : "."));
                told = until.isAfter(told) ? until : told;
            }
        }
    }

    private void say(Instant at, String what) {
        steps.add(new Step(at, what));
    }
}
